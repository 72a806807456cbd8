package midgard.service.cli;

import java.io.PrintWriter;
import midgard.service.config.ConfigException;
import midgard.service.config.Secrets;
import midgard.topology.FailureText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program's command line. Exit codes: 0 done, 1 it went wrong, 2 asked for wrongly. */
@Command(
    name = "midgard-streams",
    description = "Makes the world of a Ragnarok Online server live.",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    subcommands = {
      RunCommand.class,
      FeedCommand.class,
      SmokeCommand.class,
      HealthCommand.class,
      ConfigCommand.class,
      TopicsCommand.class,
      ExportCommand.class,
      ReplayCommand.class,
      ResetCommand.class
    })
public final class MidgardCommand implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(MidgardCommand.class);

  @Spec private CommandSpec spec;

  /** A command line that never shows a stack trace. */
  public static CommandLine commandLine() {
    return new CommandLine(new MidgardCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              LOG.debug("{} failed", command.getCommandName(), e);
              failed(command.getErr(), e);
              return command.getCommandSpec().exitCodeOnExecutionException();
            });
  }

  private static void failed(PrintWriter err, Exception e) {
    if (e instanceof ConfigException config) {
      err.println("The settings cannot be used:");
      config.problems().forEach(problem -> err.println("  " + problem));
    } else {
      err.println(Secrets.maskUrls(FailureText.of(e)));
    }
    err.flush();
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do.");
  }
}
