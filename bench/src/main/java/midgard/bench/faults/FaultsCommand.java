package midgard.bench.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Exit codes: 0 every oracle agreed, 1 one did not, 2 asked wrongly. */
@Command(
    name = "faults",
    description = "Breaks what a world stands on, and lets oracles judge what is left.",
    mixinStandardHelpOptions = true)
public final class FaultsCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(FaultsCommand.class);

  @Spec private CommandSpec spec;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "Only these scenarios; may be several, separated by commas.")
  private final Set<String> only = new TreeSet<>();

  @Option(
      names = "--seed",
      description = "Chooses the moments of the faults. Default: a new one, which is printed.")
  private Long seed;

  @Option(names = "--list", description = "Names the scenarios and the oracles, runs nothing.")
  private boolean list;

  @Option(
      names = "--jar",
      defaultValue = "service/target/midgard-streams.jar",
      description = "The shipped program.")
  private Path jar;

  @Option(
      names = "--session",
      defaultValue = "samples/rathena-session.ndjson.gz",
      description = "The recorded session that is fed.")
  private Path session;

  @Option(
      names = "--folder",
      defaultValue = "bench/target/faults",
      description = "Where the runs keep their files; those of green runs are removed.")
  private Path folder;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<Scenario> chosen = chosen();
    if (list) {
      chosen.forEach(s -> out.printf("%-24s %s%n", s.name(), s.what()));
      out.println();
      Oracles.all().forEach(o -> out.printf("%-24s %s%n", o.name(), o.claims()));
      return 0;
    }
    long chance = seed == null ? System.nanoTime() & 0xffff_ffffL : seed;
    out.println("Seed " + chance);
    out.flush();
    List<Outcome> outcomes = new ArrayList<>();
    for (Scenario scenario : chosen) {
      outcomes.add(run(scenario, chance));
    }
    OutcomeTable table = new OutcomeTable(out, Oracles.all());
    table.print(outcomes);
    return outcomes.stream().allMatch(Outcome::isGreen) ? 0 : 1;
  }

  private List<Scenario> chosen() {
    List<String> names = Scenarios.all().stream().map(Scenario::name).toList();
    for (String name : only) {
      if (!names.contains(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "There is no scenario %s; there are %s.".formatted(name, String.join(", ", names)));
      }
    }
    return Scenarios.all().stream().filter(s -> only.isEmpty() || only.contains(s.name())).toList();
  }

  private Outcome run(Scenario scenario, long chance) throws IOException, InterruptedException {
    LOG.info("{}: {}", scenario.name(), scenario.what());
    Optional<String> impossible = scenario.impossible();
    if (impossible.isPresent()) {
      LOG.warn("{}: not run: {}", scenario.name(), impossible.get());
      return Outcome.notRun(scenario.name(), impossible.get());
    }
    Path own = folder.resolve(scenario.name());
    Folders.delete(own);
    Outcome outcome =
        new Trial(scenario, new Programs(jar), session, own, chance, Clock.systemUTC())
            .run(Oracles.all());
    if (outcome.isGreen()) {
      Folders.delete(own);
      LOG.info("{}: ok after {} s", scenario.name(), outcome.took().toSeconds());
    } else {
      LOG.error("{}: FAILED; what it left is in {}", scenario.name(), own);
    }
    return outcome;
  }
}
