package midgard.bench.week;

import midgard.bench.traffic.Traffic;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Players who take up what the world offers: the recorded ones did not know of it. Look at the world
 * now and then, and somebody goes.
 */
final class Adventurers {
  private static final long LOOK = 60_000;

  private final Traffic traffic;
  private final UniformRandomProvider random;

  Adventurers(Traffic traffic, UniformRandomProvider random) {
    this.traffic = traffic;
    this.random = random;
  }

  void look(OfflineWorld world, long time) {
    if (time % LOOK != 0) {
      return;
    }
  }
}
