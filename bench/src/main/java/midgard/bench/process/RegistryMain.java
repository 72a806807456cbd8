package midgard.bench.process;

import java.nio.file.Files;
import java.nio.file.Path;
import midgard.stack.EmbeddedRegistry;

/** The schema registry, until it is told to stop. */
final class RegistryMain {
  private RegistryMain() {}

  /**
   * @param args Kafka's address, the port to listen on, a file to write when it takes requests
   */
  public static void main(String[] args) throws Exception {
    EmbeddedRegistry registry = EmbeddedRegistry.start(args[0], Integer.parseInt(args[1]));
    Runtime.getRuntime().addShutdownHook(new Thread(registry::close, "stop"));
    Files.writeString(Path.of(args[2]), "");
  }
}
