package midgard.bench.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A Java program in a process of its own, on the JDK that this one runs on. */
public final class Jvm extends ChildProcess {
  /** What the shipped program is started with (see Makefile). */
  public static final List<String> SHIPPED =
      List.of(
          "-Xms256m",
          "-Xmx480m",
          "-Xmn176m",
          "-XX:+UseParallelGC",
          "-XX:MaxTenuringThreshold=5",
          "-XX:+UseTransparentHugePages",
          "-XX:MetaspaceSize=160m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:Tier4InvocationThreshold=20000",
          "-XX:Tier4MinInvocationThreshold=2400",
          "-XX:Tier4CompileThreshold=60000");

  private static final Duration WRITING = Duration.ofSeconds(2);

  private static final List<String> NEW_JDK_FLAGS =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  private Jvm(String name, Process process, Path output) {
    super(name, process, output);
  }

  /**
   * For what stands beside that which is looked at.
   *
   * @param heap such as {@code 512m}
   */
  public static List<String> small(String heap) {
    return List.of("-Xmx" + heap, "-XX:+UseSerialGC");
  }

  /**
   * Starts a program.
   *
   * @param name for messages
   * @param memory flags: {@link #SHIPPED} or {@link #small}
   * @param program what follows the flags: {@code -jar FILE ARGS} or {@code -cp PATH CLASS ARGS}
   * @param environment beyond this process's own
   * @param output takes both streams; appended to
   */
  public static Jvm start(
      String name,
      List<String> memory,
      List<String> program,
      Map<String, String> environment,
      Path folder,
      Path output)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(executable());
    command.addAll(memory);
    if (Runtime.version().feature() >= 24) {
      command.addAll(NEW_JDK_FLAGS);
    }
    command.addAll(program);
    return new Jvm(name, launch(command, environment, folder, output), output);
  }

  /** Has it write what its threads do into its output, for whoever finds out why it hangs. */
  void dumpThreads() throws InterruptedException {
    try {
      signal("QUIT");
      // It writes them by itself, and is killed soon after.
      Thread.sleep(WRITING.toMillis());
    } catch (IOException e) {
      // Without the dump, then.
    }
  }

  /** The JDK that this one runs on. */
  static String executable() {
    return ProcessHandle.current().info().command().orElse("java");
  }

  /** What starts a class of this program's own class path. */
  static List<String> mainClass(Class<?> main, List<String> arguments) {
    List<String> program = new ArrayList<>();
    program.add("-cp");
    // Children have working folders of their own.
    program.add(
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator)));
    program.add(main.getName());
    program.addAll(arguments);
    return program;
  }
}
