package midgard.agents.dynamicboss;

import java.util.List;
import midgard.maps.MapCatalogue;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.WorldState;
import org.apache.commons.rng.UniformRandomProvider;

/** Where a boss may come: never into a town. */
final class BossPlaces {
  private BossPlaces() {}

  static boolean isFit(String map) {
    return !map.isEmpty() && !MapCatalogue.KNOWN.isTown(map);
  }

  /** A map where monsters were killed in the last hour; a hunting ground when there is none. */
  static String draw(WorldState world, UniformRandomProvider random) {
    List<String> hunted =
        world.getMaps().stream()
            .filter(map -> map.getKillsLastHour() > 0 && isFit(map.getMap()))
            .map(MapEntry::getMap)
            .toList();
    List<String> maps = hunted.isEmpty() ? MapCatalogue.KNOWN.huntingGrounds() : hunted;
    return maps.get(random.nextInt(maps.size()));
  }
}
