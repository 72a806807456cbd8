package midgard.stack;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A process with the class path and flags of this one, so that it can be killed.
 *
 * @param ready the file that it writes when it is ready to be
 */
record ChildJvm(Process process, Path ready) {

  /** Starts a class's {@code main}; what it prints goes to the file {@code output} beside ready. */
  static ChildJvm launch(Class<?> main, Path ready, List<String> args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> !flag.startsWith("-javaagent"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(args);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(output(ready).toFile()))
            .start();
    return new ChildJvm(process, ready);
  }

  private static Path output(Path ready) {
    return ready.resolveSibling("output");
  }

  void killOnceReady() throws InterruptedException {
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .failFast(
              () -> {
                if (!process.isAlive()) {
                  throw new AssertionError(Files.readString(output(ready)));
                }
              })
          .until(() -> Files.exists(ready));
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
