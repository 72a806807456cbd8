package midgard.bench;

import midgard.bench.faults.FaultsCommand;
import midgard.bench.figures.BenchCommand;
import midgard.bench.process.LoggingSetup;
import midgard.bench.traffic.TrafficCommand;
import midgard.bench.week.WeekCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Benchmarks, fault runs and made traffic. Exit codes: 0 done, 1 it went wrong, 2 asked wrongly.
 */
@Command(
    name = "midgard-bench",
    description = "Measures a world, and shows that it survives faults.",
    mixinStandardHelpOptions = true,
    subcommands = {
      BenchCommand.class,
      FaultsCommand.class,
      TrafficCommand.class,
      WeekCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  private Main() {}

  public static void main(String[] args) {
    // The JDK's client completes answers in the common pool. With two cores that has no threads:
    // each answer gets one of its own, which takes from the world that is measured.
    System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
    LoggingSetup.quiet();
    // Shorter than a server keeps a silent connection: on one that it just closed a request fails.
    System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    System.exit(
        new CommandLine(new Main())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(
                (e, command, parsed) -> {
                  e.printStackTrace(command.getErr());
                  return command.getCommandSpec().exitCodeOnExecutionException();
                })
            .execute(args));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do.");
  }
}
