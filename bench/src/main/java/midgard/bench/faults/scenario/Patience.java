package midgard.bench.faults.scenario;

import java.time.Duration;

/** How long scenarios wait. */
final class Patience {
  /** For a share of the feed. */
  static final Duration FEED = Duration.ofMinutes(2);

  /** For a program that cannot go on to end. */
  static final Duration END = Duration.ofMinutes(1);

  private Patience() {}
}
