package midgard.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The classes of a start that {@code make} archives beside the shipped program (docs/start.md). */
final class ClassArchive {
  private ClassArchive() {}

  /**
   * Flags with which the program starts as {@code make run} starts it; none where there is no
   * archive.
   *
   * @param jar the shipped program, by its whole path
   * @throws IllegalStateException when there is an archive that this JVM does not take for that
   *     program. It would say nothing and start slowly, and the figures would be of that
   */
  static List<String> flags(Path jar) throws IOException {
    Path archive =
        jar.resolveSibling("midgard-streams-jdk%d.jsa".formatted(Runtime.version().feature()));
    if (!Files.exists(archive) || Files.size(archive) == 0) {
      return List.of();
    }
    String flag = "-XX:SharedArchiveFile=" + archive;
    String refusal = refusal(flag, jar);
    if (!refusal.isEmpty()) {
      throw new IllegalStateException(
          "%s is not taken for %s (%s); remove it, then make build makes it anew."
              .formatted(archive, jar, refusal));
    }
    return List.of(flag, "-Xlog:cds=off,cds+dynamic=off");
  }

  /** What a JVM says that must have the archive or not start. */
  private static String refusal(String flag, Path jar) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Jvm.executable());
    command.addAll(List.of(flag, "-Xshare:on", "-jar", jar.toString(), "--version"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    try {
      return process.waitFor() == 0 ? "" : output.strip().replaceAll("\\s*\\R\\s*", " ");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while " + jar + " was asked.", e);
    }
  }
}
