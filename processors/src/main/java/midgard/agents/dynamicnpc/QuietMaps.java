package midgard.agents.dynamicnpc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import midgard.maps.GameMap;
import midgard.maps.MapCatalogue;
import midgard.maps.MapKind;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.WorldState;
import org.apache.commons.rng.UniformRandomProvider;

/** Where hardly anybody goes. */
final class QuietMaps {
  /** So many quiet maps are looked at, and as many of the known ones. */
  private static final int LOOKED_AT = 20;

  /** How the game calls the insides of houses. */
  private static final Pattern INDOOR_NAME = Pattern.compile("in_.*|.*_in\\d*");

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
    Set<String> lively = new HashSet<>(taken);
    List<MapEntry> quiet = new ArrayList<>();
    for (MapEntry map : world.getMaps()) {
      if (map.getVisits24h() * 10 > busiest) {
        lively.add(map.getMap());
      } else if (busiest > 0 && isOpen(map.getMap()) && !taken.contains(map.getMap())) {
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

  /** Nobody wanders through a guild's castle or somebody's kitchen. */
  private static boolean isOpen(String map) {
    return MapCatalogue.KNOWN
        .find(map)
        .map(GameMap::kind)
        .map(kind -> kind == MapKind.FIELD || kind == MapKind.DUNGEON || kind == MapKind.TOWN)
        .orElseGet(() -> !INDOOR_NAME.matcher(map).matches());
  }
}
