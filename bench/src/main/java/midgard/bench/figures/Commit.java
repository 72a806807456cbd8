package midgard.bench.figures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Which state of the source was measured. */
final class Commit {
  private Commit() {}

  /** The commit's short id, with "+" when there are changes beside it; "unknown" without git. */
  static String here() throws InterruptedException {
    try {
      String id = git("rev-parse", "--short", "HEAD");
      return id.isEmpty() ? "unknown" : git("status", "--porcelain").isEmpty() ? id : id + "+";
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static String git(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "git";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? text.strip() : "";
  }
}
