package midgard.bench.week;

import midgard.bench.traffic.Traffic;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Players who take up what the world offers: the recorded ones did not know of it. Looks at the
 * world now and then and sends somebody.
 */
final class Adventurers {
  private static final long LOOK = 60_000;

  private final OfflineWorld world;
  private final Traffic traffic;
  private final UniformRandomProvider random;

  Adventurers(OfflineWorld world, Traffic traffic, UniformRandomProvider random) {
    this.world = world;
    this.traffic = traffic;
    this.random = random;
  }

  void tick(long time) {
    if (time % LOOK != 0) {
      return;
    }
  }
}
