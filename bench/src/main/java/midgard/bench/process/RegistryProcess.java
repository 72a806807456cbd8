package midgard.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The schema registry, which keeps what it knows in Kafka. */
public final class RegistryProcess implements ServerProcess {
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);

  private final Path folder;
  private final String bootstrapServers;
  private final int port = FreePorts.pick(1).get(0);
  private Jvm jvm;

  /** Not started yet. */
  public RegistryProcess(Path folder, String bootstrapServers) {
    this.folder = folder.toAbsolutePath();
    this.bootstrapServers = bootstrapServers;
  }

  @Override
  public String program() {
    return "the stack's own schema registry";
  }

  @Override
  public int port() {
    return port;
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void start() throws IOException, InterruptedException {
    Path ready = folder.resolve("ready");
    Files.createDirectories(folder);
    Files.deleteIfExists(ready);
    jvm =
        Jvm.start(
            "The schema registry",
            Jvm.small("256m"),
            Jvm.mainClass(
                RegistryMain.class,
                List.of(bootstrapServers, Integer.toString(port), ready.toString())),
            Map.of(),
            folder,
            folder.resolve("output.txt"));
    Waiting.untilReady("The schema registry", jvm, READY_WITHIN, () -> Files.exists(ready));
  }

  @Override
  public void kill() throws InterruptedException {
    jvm.kill();
  }

  @Override
  public void stop() throws InterruptedException {
    jvm.stop();
  }

  @Override
  public void close() throws InterruptedException {
    if (jvm != null) {
      jvm.close();
    }
  }
}
