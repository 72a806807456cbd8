package midgard.bench.traffic;

import java.util.Map;

/** The recorded people of the towns. */
enum Npc {
  KAFRA(110_001_522, "Kafra Employee"),
  DEALER(110_013_037, "Market Dealer"),
  REFINER(110_013_040, "Refiner Hollen"),
  CAPTAIN(110_013_041, "Captain Aldric"),
  TEMPLE(110_013_042, "Sister Maren"),
  MAYOR(110_013_043, "Mayor of Prontera"),
  CHEST(110_013_044, "Old Chest"),
  SCHOLAR(110_013_045, "Wandering Scholar");

  private static final Map<String, String> DEALERS =
      Map.of("payon", "Payon Dealer", "geffen", "Geffen Dealer");

  private final long id;
  private final String title;

  Npc(long id, String title) {
    this.id = id;
    this.title = title;
  }

  long id() {
    return id;
  }

  String nameIn(String map) {
    return this == DEALER ? DEALERS.getOrDefault(map, title) : title;
  }
}
