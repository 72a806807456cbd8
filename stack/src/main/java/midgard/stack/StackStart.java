package midgard.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One start: the parts that depend on each other in turn, the others side by side. */
final class StackStart {
  private final StackConfig config;
  private final StackPorts ports;
  private final Deque<AutoCloseable> open;
  private final Map<Part, BooleanSupplier> alive = new EnumMap<>(Part.class);

  StackStart(StackConfig config, Deque<AutoCloseable> open) {
    this.config = config;
    this.ports = StackPorts.chosenFor(config);
    this.open = open;
  }

  EmbeddedStack run() {
    CompletableFuture<String> database = inOwnThread(this::postgreSql);
    CompletableFuture<String> redis = inOwnThread(this::redis);
    CompletableFuture<String> kafka = inOwnThread(this::kafka);
    CompletableFuture<String> registry = kafka.thenApply(this::registry);
    List<CompletableFuture<String>> all = List.of(kafka, registry, database, redis);
    List<RuntimeException> failures = new ArrayList<>();
    for (CompletableFuture<String> part : all) {
      try {
        part.join();
      } catch (CompletionException e) {
        failures.add(e.getCause() instanceof RuntimeException known ? known : e);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    return new EmbeddedStack(
        new StackAddresses(kafka.join(), registry.join(), database.join(), redis.join()),
        alive,
        open);
  }

  private static CompletableFuture<String> inOwnThread(Supplier<String> part) {
    CompletableFuture<String> address = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                address.complete(part.get());
              } catch (Throwable e) {
                address.completeExceptionally(e);
              }
            },
            "stack-start");
    thread.setDaemon(true);
    thread.start();
    return address;
  }

  private String kafka() {
    if (!config.starts(Part.KAFKA)) {
      return config.external(Part.KAFKA).orElse("");
    }
    EmbeddedKafka kafka =
        EmbeddedKafka.start(dir("kafka"), ports.of(Part.KAFKA), ports.controller());
    opened(Part.KAFKA, kafka, kafka::isAlive);
    return kafka.bootstrapServers();
  }

  private String registry(String bootstrapServers) {
    if (!config.starts(Part.REGISTRY)) {
      return config.external(Part.REGISTRY).orElse("");
    }
    EmbeddedRegistry registry = EmbeddedRegistry.start(bootstrapServers, ports.of(Part.REGISTRY));
    opened(Part.REGISTRY, registry, registry::isAlive);
    return registry.url();
  }

  private String postgreSql() {
    if (!config.starts(Part.POSTGRESQL)) {
      return config.external(Part.POSTGRESQL).orElse("");
    }
    EmbeddedPostgreSql postgreSql =
        EmbeddedPostgreSql.start(
            dir("postgresql"), ports.of(Part.POSTGRESQL), dir("logs").resolve("postgresql.log"));
    opened(Part.POSTGRESQL, postgreSql, postgreSql::isAlive);
    return postgreSql.jdbcUrl();
  }

  private String redis() {
    if (!config.starts(Part.REDIS)) {
      return config.external(Part.REDIS).orElse("");
    }
    EmbeddedRedis redis =
        EmbeddedRedis.start(dir("redis"), ports.of(Part.REDIS), dir("logs").resolve("redis.log"));
    opened(Part.REDIS, redis, redis::isAlive);
    return redis.url();
  }

  private Path dir(String name) {
    return config.dataDir().resolve(name);
  }

  private void opened(Part part, AutoCloseable server, BooleanSupplier check) {
    synchronized (open) {
      open.push(server);
      alive.put(part, check);
    }
  }
}
