package midgard.bench.figures;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import midgard.agent.AgentName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "bench",
    description = "Measures the pipeline, its answers, its starts and its memory.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class BenchCommand implements Callable<Integer> {
  private static final Path LATEST = Path.of("bench/results/latest.json");
  private static final Path SOME = Path.of("bench/target/some.json");

  /**
   * In this order: those with worlds of their own, while no other world lives; then from an empty
   * world over the loads to what is done to a full one.
   */
  private static final List<Figure> FIGURES =
      List.of(
          new PipelineFigure(),
          new MemoryFigure.Idle(),
          new CrowdFigure(),
          new VisibleFigure(),
          new ApiFigure(),
          new ReplayFigure(),
          IntakeFigure.dispatch(),
          IntakeFigure.logged(),
          IntakeFigure.restProxy(),
          new MemoryFigure.Loaded(),
          new ReadyFigure(),
          new RestoreFigure());

  @Spec private CommandSpec spec;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "FIGURE",
      description = "Some of them, with commas between. Default: all.")
  private List<String> only = List.of();

  @Option(
      names = "--agents",
      split = ",",
      paramLabel = "AGENT",
      description = "Of the pipeline: these instead of all; with --only pipeline.")
  private Set<AgentName> agents = EnumSet.noneOf(AgentName.class);

  @Option(names = "--quick", description = "A first look: shorter, and meaning less.")
  private boolean quick;

  @Option(
      names = "--jar",
      defaultValue = "service/target/midgard-streams.jar",
      description = "The program that is measured. Default: ${DEFAULT-VALUE}.")
  private Path jar;

  @Option(
      names = "--folder",
      defaultValue = "bench/target/figures",
      description = "For worlds' data and output. Default: ${DEFAULT-VALUE}.")
  private Path folder;

  @Option(
      names = {"-o", "--output"},
      description =
          "Default: bench/results/latest.json; of some figures, or quick ones, bench/target/some.json.")
  private Path output;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Figure> asked = asked();
    if (!Files.isRegularFile(jar)) {
      throw new ParameterException(
          spec.commandLine(), "There is no program " + jar + "; build it first (make build).");
    }
    Files.createDirectories(folder);
    Results results = new Results();
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    try (Bench bench = new Bench(jar, folder, quick, agents, err)) {
      for (Figure figure : asked) {
        measure(figure, bench, results);
      }
    } catch (IllegalStateException e) {
      results.failed("stop", e.getMessage());
    }
    Path file = output();
    Machine machine = Machine.here();
    results.write(
        file, machine, Commit.here(), Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    out.print(Table.of(results, machine));
    out.println("Written to " + file);
    out.flush();
    if (!results.failures().isEmpty()) {
      return 1;
    }
    Folders.delete(folder);
    return 0;
  }

  private Path output() {
    if (output != null) {
      return output;
    }
    return only.isEmpty() && !quick ? LATEST : SOME;
  }

  private List<Figure> asked() {
    List<String> names = FIGURES.stream().map(Figure::name).toList();
    List<String> unknown = only.stream().filter(name -> !names.contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no figure \"%s\"; there are %s."
              .formatted(unknown.get(0), names.stream().collect(Collectors.joining(", "))));
    }
    List<Figure> asked = new ArrayList<>(FIGURES);
    asked.removeIf(figure -> !only.isEmpty() && !only.contains(figure.name()));
    if (!agents.isEmpty() && !only.equals(List.of(PipelineFigure.NAME))) {
      throw new ParameterException(
          spec.commandLine(),
          "--agents is for the pipeline alone: add --only %s.".formatted(PipelineFigure.NAME));
    }
    return asked;
  }

  /** A figure that fails says why, and the others go on. */
  private static void measure(Figure figure, Bench bench, Results results)
      throws InterruptedException {
    long began = System.nanoTime();
    ProcessorTime before = ProcessorTime.now();
    bench.say("%s …", figure.name());
    try {
      figure.measure(bench, results);
    } catch (InterruptedException e) {
      throw e;
    } catch (FigureRefused | IllegalStateException e) {
      results.failed(figure.name(), e.getMessage());
    } catch (Exception e) {
      results.failed(figure.name(), e.toString());
    }
    double stolen = before.stolenPercentUntil(ProcessorTime.now());
    String why = results.failures().get(figure.name());
    if (why == null && !results.hasStolen(figure.name())) {
      results.putStolen(figure.name(), stolen);
    }
    bench.say(
        "%s: %s, %.0f s; %.1f %% of the processors' time was stolen",
        figure.name(),
        why == null ? "done" : "failed: " + why,
        (System.nanoTime() - began) / 1e9,
        stolen);
  }
}
