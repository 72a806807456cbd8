package midgard.bench.figures;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** How long a read takes at 1,000 reads a second, while 1,000 events a second come in. */
final class ApiFigure implements Figure {
  /** Of all reads: what nobody has seen yet may be asked for too, but must not be the bulk. */
  private static final double MOST_MISSING = 0.05;

  /** What both loads took in the same minute. */
  private record Both(Latencies reads, Latencies events) {}

  @Override
  public String name() {
    return "api";
  }

  @Override
  public void measure(Bench bench, Results results)
      throws IOException, InterruptedException, FigureRefused {
    LiveWorld world = bench.live();
    // So that the players who are asked for have been seen.
    world.fillTo(20L * world.traffic().players());
    // An open schedule makes up for what the compilers kept it from: the reads that were late
    // before the measured minute would still be late within it.
    Duration warmUp = Duration.ofSeconds(bench.choose(90, 10));
    Duration measured = Duration.ofSeconds(bench.choose(60, 15));
    Attempts<Both> attempts =
        Attempts.make(1, bench.attempts(1), () -> attempt(world, warmUp, measured));
    Both both = attempts.calmest().get(0);
    both.reads().put("api_ms", results);
    results.put("api_ms.not_found", both.reads().missing());
    both.events().put("visible_with_api_ms", results);
    results.putAttempts(name(), attempts, "api_ms.p99", one -> one.reads().millis(99));
    results.setting(
        name(),
        "1,000 GET/s, open schedule, 90 in 100 by key (players, reputation, item windows), under the"
            + " load of visible; %d s after %d s of warm-up"
                .formatted(measured.toSeconds(), warmUp.toSeconds()));
  }

  private static Attempts.Attempt<Both> attempt(LiveWorld world, Duration warmUp, Duration measured)
      throws IOException, InterruptedException, FigureRefused {
    Scrape before = world.scrape();
    EventLoad events = new EventLoad(world);
    ReadLoad reads = new ReadLoad(world);
    Thread writing = new Thread(() -> events.run(warmUp, measured), "event-load");
    writing.start();
    reads.run(warmUp, measured);
    writing.join();
    world.awaitDrained(Duration.ofMinutes(3));
    IntakeCheck.of(before, world.scrape(), events.sent(), events.accepted()).require();
    requireAnswers(reads.statuses());
    return new Attempts.Attempt<>(
        new Both(reads.latencies(), events.latencies()), events.stolenPercent());
  }

  /**
   * @throws FigureRefused when reads failed, or most were for what does not exist
   */
  static void requireAnswers(Map<Integer, Long> statuses) throws FigureRefused {
    long all = statuses.values().stream().mapToLong(Long::longValue).sum();
    long missing = statuses.getOrDefault(404, 0L);
    long good = statuses.getOrDefault(200, 0L);
    if (good + missing != all || missing > MOST_MISSING * all || all == 0) {
      throw new FigureRefused(
          "of %d reads %d were answered with 200 and %d with 404; all: %s"
              .formatted(all, good, missing, statuses));
    }
  }
}
