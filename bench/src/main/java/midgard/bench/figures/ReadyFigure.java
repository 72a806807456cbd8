package midgard.bench.figures;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import midgard.bench.process.WorldProcess;

/**
 * How long until a world takes events, from the start of the JVM: for the first time, after a stop
 * and after kill -9 in the middle of a feed; the middle of three.
 */
final class ReadyFigure implements Figure {
  private static final double MILLIS = 1000;
  private static final Duration FED_BEFORE_KILL = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "ready";
  }

  @Override
  public void measure(Bench bench, Results results)
      throws IOException, InterruptedException, FigureRefused {
    int rounds = bench.choose(3, 1);
    first(bench, results, rounds);
    LiveWorld world = bench.live();
    world.fillTo(bench.choose(200_000, 40_000));
    restart(world, results, rounds);
    afterKill(world, results, rounds);
    results.setting(
        name(),
        "first: empty folder; restart and after kill -9: with %d events worked off"
            .formatted(world.accepted()));
  }

  private static void first(Bench bench, Results results, int rounds)
      throws IOException, InterruptedException {
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      try (WorldProcess world = bench.newWorld("first-" + (i + 1))) {
        took.add(world.startAndAwaitReady().toMillis() / MILLIS);
      }
      Folders.delete(bench.folder().resolve("first-" + (i + 1)));
    }
    results.putMedian("ready_s.first", took);
  }

  private static void restart(LiveWorld world, Results results, int rounds)
      throws IOException, InterruptedException {
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      world.process().stop();
      took.add(world.process().startAndAwaitReady().toMillis() / MILLIS);
    }
    results.putMedian("ready_s.restart", took);
  }

  private static void afterKill(LiveWorld world, Results results, int rounds)
      throws IOException, InterruptedException, FigureRefused {
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      ClosedLoop feed = ClosedLoop.persistent(world, 4, 100);
      try (feed) {
        feed.start();
        LockSupport.parkNanos(FED_BEFORE_KILL.toNanos());
        world.process().kill();
        took.add(world.process().startAndAwaitReady().toMillis() / MILLIS);
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
    }
    results.putMedian("ready_s.after_kill", took);
  }
}
