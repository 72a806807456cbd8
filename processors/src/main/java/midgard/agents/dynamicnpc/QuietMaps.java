package midgard.agents.dynamicnpc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import midgard.maps.MapCatalogue;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.WorldState;
import org.apache.commons.rng.UniformRandomProvider;

/** Where hardly anybody goes. */
final class QuietMaps {
  /** So many quiet maps are looked at, and as many of the known ones. */
  private static final int LOOKED_AT = 20;

  private QuietMaps() {}

  /**
   * As many maps as are wanted, none twice: those with at most a tenth of the busiest one's visits,
   * quietest first; when they run out, known hunting grounds that are as quiet, drawn at random.
   *
   * @param taken maps that are not to be chosen
   */
  static List<String> choose(
      WorldState world, Set<String> taken, int wanted, UniformRandomProvider random) {
    long busiest = world.getMaps().stream().mapToLong(MapEntry::getVisits24h).max().orElse(0);
    Set<String> lively = new LinkedHashSet<>(taken);
    List<MapEntry> quiet = new ArrayList<>();
    for (MapEntry map : world.getMaps()) {
      if (map.getVisits24h() * 10 > busiest) {
        lively.add(map.getMap());
      } else if (busiest > 0
          && MapCatalogue.KNOWN.isOpen(map.getMap())
          && !taken.contains(map.getMap())) {
        quiet.add(map);
      }
    }
    quiet.sort(Comparator.comparingLong(MapEntry::getVisits24h).thenComparing(MapEntry::getMap));
    List<String> chosen =
        new ArrayList<>(
            quiet.stream().limit(Math.min(wanted, LOOKED_AT)).map(MapEntry::getMap).toList());
    List<String> known =
        new ArrayList<>(
            MapCatalogue.KNOWN.huntingGrounds().stream()
                .filter(map -> !lively.contains(map) && !chosen.contains(map))
                .limit(LOOKED_AT)
                .toList());
    while (chosen.size() < wanted && !known.isEmpty()) {
      chosen.add(known.remove(random.nextInt(known.size())));
    }
    return chosen;
  }
}
