package midgard.service.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** What a command printed, and its exit code. */
record Said(int code, String out, String err) {

  /** Runs a command in this process. */
  static Said execute(List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = MidgardCommand.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    int code = line.execute(arguments.toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }

  /** The line of {@code replay --hash}. */
  String hash() {
    return out.lines().filter(line -> line.startsWith("state ")).findFirst().orElseThrow();
  }

  /** Both, for a failure. */
  String all() {
    return out + err;
  }
}
