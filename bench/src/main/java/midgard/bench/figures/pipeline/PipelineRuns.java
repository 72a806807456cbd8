package midgard.bench.figures.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import midgard.agent.AgentName;
import midgard.bench.process.Jvm;

/**
 * The whole world and bare Kafka Streams in turn, each in JVMs of its own: A B A B, so that a
 * machine that grows slower or faster meanwhile favours neither.
 *
 * @param folder for data and output
 */
public record PipelineRuns(Path folder, Load load) {
  /** Rounds of each JVM that do not count: the compilers are at work. */
  public static final int WARM_UP_ROUNDS = 2;

  private static final long MILLION = 1_000_000;
  private static final long LOOK_EVERY_NANOS = 200_000_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param events in each round
   * @param rounds in each JVM, more than those of the warm-up
   * @param pairs how often each variant runs
   * @param agents those that there are; none: all
   */
  public record Load(
      int events,
      int rounds,
      int pairs,
      int players,
      int threads,
      long seed,
      Set<AgentName> agents) {}

  /**
   * Medians over all counted rounds.
   *
   * @param inboxPerSecond messages that the agents were given per second, in the whole world
   * @param rounds each counted round of the whole world, events/s
   */
  public record Result(
      double eventsPerSecond,
      double bareEventsPerSecond,
      double inboxPerSecond,
      double deliveriesPerEvent,
      List<Double> rounds,
      List<Double> bareRounds) {
    public double ratio() {
      return eventsPerSecond / bareEventsPerSecond;
    }
  }

  /** Runs all of it; takes some minutes. */
  public Result measure() throws IOException, InterruptedException {
    List<Round> whole = new ArrayList<>();
    List<Round> bare = new ArrayList<>();
    for (int pair = 0; pair < load.pairs(); pair++) {
      whole.addAll(run("whole-" + pair, List.of()));
      bare.addAll(run("bare-" + pair, asMuchAs(whole)));
    }
    List<Double> wholeRounds = whole.stream().map(Round::eventsPerSecond).toList();
    List<Double> bareRounds = bare.stream().map(Round::eventsPerSecond).toList();
    double events = whole.stream().mapToLong(Round::events).sum();
    double deliveries = whole.stream().mapToLong(Round::deliveries).sum();
    return new Result(
        median(wholeRounds),
        median(bareRounds),
        median(whole.stream().map(Round::inboxPerSecond).toList()),
        deliveries / events,
        wholeRounds,
        bareRounds);
  }

  /** What leaves bare Streams is as much as what left the world, per inbox message. */
  private static List<String> asMuchAs(List<Round> whole) {
    long inbox = whole.stream().mapToLong(Round::inboxRecords).sum();
    long signals = inbox - whole.stream().mapToLong(Round::deliveries).sum();
    long changes = whole.stream().mapToLong(Round::changes).sum();
    return List.of(
        "--bare",
        "--changes=" + changes * MILLION / inbox,
        "--signals=" + Math.max(0, signals) * MILLION / inbox);
  }

  private List<Round> run(String name, List<String> variant)
      throws IOException, InterruptedException {
    Path here = folder.resolve(name);
    List<String> program =
        new ArrayList<>(
            List.of(
                "-cp",
                Path.of(System.getProperty("java.class.path")).toAbsolutePath().toString(),
                PipelineProgram.class.getName(),
                "--folder=" + here.toAbsolutePath(),
                "--events=" + load.events(),
                "--rounds=" + load.rounds(),
                "--players=" + load.players(),
                "--threads=" + load.threads(),
                "--seed=" + load.seed()));
    if (!load.agents().isEmpty()) {
      program.add(
          "--agents="
              + load.agents().stream().map(AgentName::name).collect(Collectors.joining(",")));
    }
    program.addAll(variant);
    Files.createDirectories(here);
    Path output = here.resolve("output.txt");
    try (Jvm jvm = Jvm.start("The pipeline", Jvm.SHIPPED, program, Map.of(), here, output)) {
      while (jvm.isAlive()) {
        LockSupport.parkNanos(LOOK_EVERY_NANOS);
      }
    }
    List<Round> rounds = new ArrayList<>();
    for (String line : Files.readAllLines(output)) {
      if (line.startsWith("{")) {
        rounds.add(JSON.readValue(line, Round.class));
      }
    }
    if (rounds.size() != load.rounds()) {
      throw new IllegalStateException(
          "%s ended after %d of %d rounds; see %s"
              .formatted(name, rounds.size(), load.rounds(), output));
    }
    return rounds.subList(WARM_UP_ROUNDS, rounds.size());
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
