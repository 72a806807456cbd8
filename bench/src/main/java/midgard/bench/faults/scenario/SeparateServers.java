package midgard.bench.faults.scenario;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import midgard.bench.faults.Programs;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.process.BrokerProcess;
import midgard.bench.process.Databases;
import midgard.bench.process.Jvm;
import midgard.bench.process.RegistryProcess;
import midgard.bench.process.ServerProcess;

/**
 * Nothing is broken: the shipped program stands on servers that were all started by somebody else,
 * and starts none of its own.
 */
public final class SeparateServers implements Scenario {
  private static final Set<String> OWN_FILES =
      Set.of("streams", "streams.instance-id", "logs", "stack.lock");
  private static final List<String> EMBEDDED_PORTS =
      List.of(
          "KAFKA_PORT",
          "KAFKA_CONTROLLER_PORT",
          "SCHEMA_REGISTRY_PORT",
          "POSTGRES_PORT",
          "REDIS_PORT");

  private static final int SMOKE_TRIES = 3;

  private final List<String> found = new ArrayList<>();
  private Path jar;

  @Override
  public String name() {
    return "separate-servers";
  }

  @Override
  public String what() {
    return "nothing is broken; Kafka, registry, PostgreSQL and Redis were started by others";
  }

  @Override
  public List<String> program(Programs programs) {
    jar = programs.jar();
    return programs.shipped();
  }

  @Override
  public Map<String, String> surroundings(Run run) throws Exception {
    BrokerProcess broker = run.closeAtEnd(BrokerProcess.alone(run.folder().resolve("kafka")));
    broker.start();
    RegistryProcess registry =
        run.closeAtEnd(
            new RegistryProcess(run.folder().resolve("registry"), broker.bootstrapServers()));
    registry.start();
    ServerProcess sql = run.closeAtEnd(Databases.postgreSql(run.folder().resolve("postgresql")));
    sql.start();
    ServerProcess redis = run.closeAtEnd(Databases.redis(run.folder().resolve("redis")));
    redis.start();
    for (ServerProcess server : List.of(broker, registry, sql, redis)) {
      run.uses(server.program());
    }
    return Map.of(
        "KAFKA_BOOTSTRAP_SERVERS",
        broker.bootstrapServers(),
        "SCHEMA_REGISTRY_URL",
        registry.url(),
        "DATABASE_URL",
        Databases.databaseUrl(sql.port()),
        "REDIS_URL",
        Databases.redisUrl(redis.port()));
  }

  @Override
  public void strike(Run run) throws Exception {
    run.feed().awaitShare(0.9, Patience.FEED);
    children(run);
    ports(run);
    files(run);
    smokes(run);
  }

  private void children(Run run) {
    ProcessHandle.of(run.world().jvm().pid()).stream()
        .flatMap(ProcessHandle::descendants)
        .forEach(
            child -> found.add("The world started " + child.info().command().orElse("a program")));
  }

  private void ports(Run run) {
    for (String key : EMBEDDED_PORTS) {
      int port = Integer.parseInt(run.world().settings().get(key));
      try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
        found.add("Somebody listens at %s, port %d".formatted(key, server.getPort()));
      } catch (IOException nobody) {
        // As it should be.
      }
    }
  }

  private void files(Run run) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(run.world().settings().get("DATA_DIR")))) {
      files
          .filter(file -> !OWN_FILES.contains(file.getFileName().toString()))
          .forEach(file -> found.add("The data folder also holds " + file.getFileName()));
    }
  }

  /** It wants what it sends applied within a second, which a busy machine may miss once. */
  private void smokes(Run run) throws IOException, InterruptedException {
    run.feed().awaitShare(1, Patience.FEED);
    String said = "";
    for (int tries = 1; tries <= SMOKE_TRIES; tries++) {
      Path output = run.folder().resolve("smoke-" + tries + ".txt");
      int code = smoke(run, output);
      run.note("the smoke test ended with %d".formatted(code));
      if (code == 0) {
        return;
      }
      said = Files.readString(output);
    }
    found.add("The smoke test failed %d times: %s".formatted(SMOKE_TRIES, said));
  }

  private int smoke(Run run, Path output) throws IOException, InterruptedException {
    try (Jvm smoke =
        Jvm.start(
            "The smoke test",
            Jvm.small("128m"),
            List.of("-jar", jar.toAbsolutePath().toString(), "smoke"),
            run.world().settings(),
            run.folder().toAbsolutePath(),
            output)) {
      return smoke.awaitEnd();
    }
  }

  @Override
  public List<String> judge(Evidence evidence) {
    return found;
  }
}
