package midgard.bench.traffic;

import java.util.List;

/**
 * Where nobody was recorded: hunting grounds, monsters and bosses of the game, by their real names
 * and ids ({@code wider-world.json}).
 */
record WiderWorld(String about, List<Place> grounds, List<Beast> monsters, List<Boss> bosses) {
  record Place(String map, int weight, List<Integer> monsters) {}

  /** Its loot from the commonest to the rarest. */
  record Beast(int id, String name, int level, List<Integer> loot) {}

  record Boss(int id, String name, int level, int weight) {}

  static WiderWorld load() {
    return Recorded.resource("wider-world.json", WiderWorld.class);
  }
}
