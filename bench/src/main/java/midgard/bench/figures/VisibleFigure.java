package midgard.bench.figures;

import java.io.IOException;
import java.time.Duration;

/**
 * How long until every agent has seen an event, at 1,000 events a second: from the moment when it
 * should have been sent to the answer that says so.
 */
final class VisibleFigure implements Figure {
  static final String SETTING =
      "1,000 events/s, open schedule: 50 game servers, each every 250 ms, wait=applied, %d s after"
          + " %d s of warm-up";

  @Override
  public String name() {
    return "visible";
  }

  @Override
  public void measure(Bench bench, Results results)
      throws IOException, InterruptedException, FigureRefused {
    LiveWorld world = bench.live();
    int warmUp = bench.choose(90, 10);
    int measured = bench.choose(60, 15);
    Attempts<Latencies> attempts =
        Attempts.make(1, bench.attempts(1), () -> attempt(world, warmUp, measured));
    attempts.calmest().get(0).put("visible_ms", results);
    results.putAttempts(name(), attempts, "visible_ms.p99", latencies -> latencies.millis(99));
    results.setting(name(), SETTING.formatted(measured, warmUp));
  }

  private static Attempts.Attempt<Latencies> attempt(LiveWorld world, int warmUp, int measured)
      throws IOException, InterruptedException, FigureRefused {
    world.awaitDrained(Duration.ofMinutes(3));
    Scrape before = world.scrape();
    EventLoad load = new EventLoad(world);
    load.run(Duration.ofSeconds(warmUp), Duration.ofSeconds(measured));
    world.awaitDrained(Duration.ofMinutes(3));
    IntakeCheck.of(before, world.scrape(), load.sent(), load.accepted()).require();
    return new Attempts.Attempt<>(load.latencies(), load.stolenPercent());
  }
}
