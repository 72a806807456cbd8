package midgard.bench.figures;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import midgard.bench.process.WorldProcess;

/**
 * How long until a world takes events, from the start of the JVM: for the first time, after a stop
 * and after kill -9 in the middle of a feed; the middle of three.
 */
final class ReadyFigure implements Figure {
  private static final String FIRST = "first";
  private static final double MILLIS = 1000;
  private static final Duration FED_BEFORE_KILL = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "ready";
  }

  @Override
  public void measure(Bench bench, Results results)
      throws IOException, InterruptedException, FigureRefused {
    start("first", () -> onEmptyFolder(bench), bench, results);
    LiveWorld world = bench.live();
    world.fillTo(bench.choose(200_000, 40_000));
    start("restart", () -> stoppedAndStarted(world), bench, results);
    start("after_kill", () -> killedAndStarted(world), bench, results);
    results.setting(
        name(),
        "first: empty folder; restart and after kill -9: with %d events worked off"
            .formatted(world.accepted()));
  }

  private static void start(
      String name, Attempts.Measurement<Double> measurement, Bench bench, Results results)
      throws IOException, InterruptedException, FigureRefused {
    int rounds = bench.choose(3, 1);
    Attempts<Double> took = Attempts.make(rounds, bench.attempts(rounds), measurement);
    results.putMedian("ready_s." + name, took.calmest());
    results.putAttempts("ready_" + name, took, "ready_s." + name, seconds -> seconds);
  }

  private static Attempts.Attempt<Double> onEmptyFolder(Bench bench)
      throws IOException, InterruptedException {
    try (WorldProcess world = bench.newWorld(FIRST)) {
      return started(world);
    } finally {
      Folders.delete(bench.folder().resolve(FIRST));
    }
  }

  private static Attempts.Attempt<Double> stoppedAndStarted(LiveWorld world)
      throws IOException, InterruptedException {
    world.process().stop();
    return started(world.process());
  }

  private static Attempts.Attempt<Double> killedAndStarted(LiveWorld world)
      throws IOException, InterruptedException, FigureRefused {
    Attempts.Attempt<Double> took;
    ClosedLoop feed = ClosedLoop.persistent(world, 4, 100);
    try (feed) {
      feed.start();
      LockSupport.parkNanos(FED_BEFORE_KILL.toNanos());
      world.process().kill();
      took = started(world.process());
    }
    if (feed.failure().isPresent() || feed.accepted() + feed.duplicate() != feed.sent()) {
      throw new FigureRefused(
          "after kill -9, of %d events sent %d were accepted and %d known already; %s"
              .formatted(
                  feed.sent(),
                  feed.accepted(),
                  feed.duplicate(),
                  feed.failure().orElse("nothing else went wrong")));
    }
    world.awaitDrained(Duration.ofMinutes(3));
    return took;
  }

  private static Attempts.Attempt<Double> started(WorldProcess world)
      throws IOException, InterruptedException {
    ProcessorTime before = ProcessorTime.now();
    double seconds = world.startAndAwaitReady().toMillis() / MILLIS;
    return new Attempts.Attempt<>(seconds, before.stolenPercentUntil(ProcessorTime.now()));
  }
}
