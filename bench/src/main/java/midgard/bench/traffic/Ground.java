package midgard.bench.traffic;

import java.util.List;

/** A map where players hunt, with what lives there. */
record Ground(String map, Weighted<Prey> prey) {

  /**
   * A kind of monster.
   *
   * @param loot items, each with its chance per kill
   */
  record Prey(
      int id, String name, int level, long baseExp, long jobExp, long damage, List<Loot> loot) {}

  record Loot(int item, double chance) {}
}
