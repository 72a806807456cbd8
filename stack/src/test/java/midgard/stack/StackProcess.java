package midgard.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A stack in a process of its own, so that it can be killed. */
final class StackProcess {
  private StackProcess() {}

  /**
   * Runs a stack, leaves a mark in it, writes the file {@code ready} and waits to be killed.
   *
   * @param args folder, mark, file to write, and the ports of Kafka, its controller, the registry,
   *     PostgreSQL and Redis
   */
  public static void main(String[] args) throws Exception {
    EmbeddedStack stack =
        EmbeddedStack.start(
            StackConfig.builder()
                .dataDir(Path.of(args[0]))
                .kafkaPort(Integer.parseInt(args[3]))
                .controllerPort(Integer.parseInt(args[4]))
                .registryPort(Integer.parseInt(args[5]))
                .postgresPort(Integer.parseInt(args[6]))
                .redisPort(Integer.parseInt(args[7]))
                .build());
    new StackProbe(stack.addresses()).leave(args[1]);
    Files.writeString(Path.of(args[2]), "ready");
    Thread.sleep(Long.MAX_VALUE);
  }

  /** Starts {@link #main}. */
  static ChildJvm launch(Path dir, String mark, Path ready, List<Integer> ports)
      throws IOException {
    List<String> args = new ArrayList<>(List.of(dir.toString(), mark, ready.toString()));
    ports.forEach(port -> args.add(port.toString()));
    return ChildJvm.launch(StackProcess.class, ready, args);
  }
}
