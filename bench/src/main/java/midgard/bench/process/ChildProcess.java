package midgard.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program in a process of its own. What it prints goes to a file. It is killed when this process
 * ends.
 */
public class ChildProcess implements AutoCloseable {
  private static final Duration STOP_WITHIN = Duration.ofSeconds(60);

  private final String name;
  private final Process process;
  private final Path output;
  private final Thread atExit;

  ChildProcess(String name, Process process, Path output) {
    this.name = name;
    this.process = process;
    this.output = output;
    this.atExit = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Starts a program.
   *
   * @param name for messages
   * @param output takes both streams; appended to
   */
  public static ChildProcess start(String name, List<String> command, Path folder, Path output)
      throws IOException {
    return new ChildProcess(name, launch(command, Map.of(), folder, output), output);
  }

  static Process launch(
      List<String> command, Map<String, String> environment, Path folder, Path output)
      throws IOException {
    Files.createDirectories(folder);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** Where its output is. */
  public Path output() {
    return output;
  }

  /** Waits until it has ended by itself, and tells its exit code. */
  public int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** Ends it at once, as kill -9 does, and waits until it is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
    forget();
  }

  /**
   * Asks it to stop (SIGTERM) and waits.
   *
   * @throws IllegalStateException when it does not within a minute; it is killed then
   */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
      kill();
      throw new IllegalStateException(
          "%s did not stop within %d s; see %s".formatted(name, STOP_WITHIN.toSeconds(), output));
    }
    forget();
  }

  /**
   * Has it stand still, as a machine does whose host is busy elsewhere, until {@link #thaw}. It
   * does when this returns.
   */
  public void freeze() throws IOException, InterruptedException {
    signal("STOP");
    Waiting.until(ProcessState.STOPPED, pid());
  }

  /** Lets it go on where it stood. */
  public void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  /**
   * @param name as kill(1) takes it: {@code QUIT}
   */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
  }

  /** Resident memory in bytes, as the kernel counts it (Linux). */
  public long residentBytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    throw new IOException("The kernel does not tell the memory of process " + pid());
  }

  /** Kills it if it still runs. */
  @Override
  public void close() throws InterruptedException {
    if (process.isAlive()) {
      kill();
    }
    forget();
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // This process is ending: the hook is at work.
    }
  }
}
