package midgard.bench.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The shipped program, running a world in a process of its own. It may be killed and started again
 * on the same folder and ports.
 */
public final class WorldProcess implements AutoCloseable {
  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final Duration PROBE_EVERY = Duration.ofMillis(20);
  private static final List<String> PORTS =
      List.of(
          "AI_SERVICE_PORT",
          "DASHBOARD_PORT",
          "KAFKA_PORT",
          "KAFKA_CONTROLLER_PORT",
          "SCHEMA_REGISTRY_PORT",
          "POSTGRES_PORT",
          "REDIS_PORT");

  private final List<String> program;
  private final Path folder;
  private final Map<String, String> settings;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  private Jvm jvm;

  private WorldProcess(List<String> program, Path folder, Map<String, String> settings) {
    this.program = List.copyOf(program);
    this.folder = folder.toAbsolutePath();
    this.settings = settings;
  }

  /**
   * A world that is not started yet.
   *
   * @param jar the shipped program
   * @param folder for its data and its output
   * @param overrides environment keys beyond free ports and the folder
   */
  public static WorldProcess in(Path jar, Path folder, Map<String, String> overrides)
      throws IOException {
    List<String> program = new ArrayList<>(ClassArchive.flags(jar.toAbsolutePath()));
    program.addAll(List.of("-jar", jar.toAbsolutePath().toString(), "run", "--empty"));
    return in(program, folder, overrides);
  }

  /**
   * The same with another program than the shipped one.
   *
   * @param program what follows the JVM's flags
   */
  public static WorldProcess in(List<String> program, Path folder, Map<String, String> overrides) {
    Map<String, String> settings = new TreeMap<>();
    List<Integer> ports = FreePorts.pick(PORTS.size());
    for (int i = 0; i < PORTS.size(); i++) {
      settings.put(PORTS.get(i), Integer.toString(ports.get(i)));
    }
    settings.put("DATA_DIR", folder.toAbsolutePath().resolve("data").toString());
    settings.put(
        "LOG_FILE_PATH", folder.toAbsolutePath().resolve("midgard-streams.log").toString());
    settings.putAll(overrides);
    return new WorldProcess(program, folder, settings);
  }

  /** Starts it; {@link #awaitReady} tells when it takes events. */
  public void start() throws IOException {
    jvm =
        Jvm.start(
            "The world", Jvm.SHIPPED, program, settings, folder, folder.resolve("output.txt"));
  }

  /**
   * Starts it and waits until it takes events.
   *
   * @return how long that took, JVM start included
   */
  public Duration startAndAwaitReady() throws IOException, InterruptedException {
    long began = System.nanoTime();
    start();
    awaitReady();
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /**
   * @throws IllegalStateException when it ends, or is not ready within three minutes
   */
  public void awaitReady() throws InterruptedException {
    long end = System.nanoTime() + READY_WITHIN.toNanos();
    while (!isReady()) {
      if (!jvm.isAlive()) {
        throw new IllegalStateException("The world ended; see " + jvm.output());
      }
      if (System.nanoTime() > end) {
        String health = ask("/api/v1/health/detailed").map(HttpResponse::body).orElse("no answer");
        jvm.dumpThreads();
        throw new IllegalStateException(
            "The world is not ready in time; its threads stand in %s, its health: %s"
                .formatted(jvm.output(), health));
      }
      LockSupport.parkNanos(PROBE_EVERY.toNanos());
    }
  }

  private boolean isReady() throws InterruptedException {
    return ask("/api/v1/health/ready").filter(answer -> answer.statusCode() == 200).isPresent();
  }

  private Optional<HttpResponse<String>> ask(String path) throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(5)).build();
      return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** An address of the internal API. */
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + settings.get("AI_SERVICE_PORT") + path);
  }

  /** Its Kafka's address. */
  public String bootstrapServers() {
    return settings.getOrDefault(
        "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + settings.get("KAFKA_PORT"));
  }

  /** Its schema registry's URL. */
  public String registryUrl() {
    return settings.getOrDefault(
        "SCHEMA_REGISTRY_URL", "http://127.0.0.1:" + settings.get("SCHEMA_REGISTRY_PORT"));
  }

  /** The environment it is started with. */
  public Map<String, String> settings() {
    return Map.copyOf(settings);
  }

  /** Where its data and output are. */
  public Path folder() {
    return folder;
  }

  /** The process as it runs now. */
  public Jvm jvm() {
    return jvm;
  }

  /** Ends it as kill -9 does; PostgreSQL and Redis of its own live on until the next start. */
  public void kill() throws InterruptedException {
    jvm.kill();
  }

  /** Stops it in an orderly way. */
  public void stop() throws InterruptedException {
    jvm.stop();
  }

  /** Stops it, or kills it if it does not want to. */
  @Override
  public void close() throws InterruptedException {
    if (jvm != null && jvm.isAlive()) {
      jvm.stop();
    }
  }
}
