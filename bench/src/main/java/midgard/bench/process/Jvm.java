package midgard.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Java program in a process of its own, on the JDK that this one runs on. What it prints goes to
 * a file. It is killed when this process ends.
 */
public final class Jvm implements AutoCloseable {
  private static final Duration STOP_WITHIN = Duration.ofSeconds(60);

  /** What the shipped program is started with (see Makefile), heap apart. */
  private static final List<String> NEW_JDK_FLAGS =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  private final String name;
  private final Process process;
  private final Path output;
  private final Thread atExit;

  private Jvm(String name, Process process, Path output) {
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
   * @param heap such as {@code 1g}
   * @param program what follows the flags: {@code -jar FILE ARGS} or {@code -cp PATH CLASS ARGS}
   * @param environment beyond this process's own
   * @param output takes both streams; appended to
   */
  public static Jvm start(
      String name,
      String heap,
      List<String> program,
      Map<String, String> environment,
      Path folder,
      Path output)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-Xmx" + heap);
    command.add("-XX:+UseSerialGC");
    if (Runtime.version().feature() >= 24) {
      command.addAll(NEW_JDK_FLAGS);
    }
    command.addAll(program);
    Files.createDirectories(folder);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().putAll(environment);
    return new Jvm(name, builder.start(), output);
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
