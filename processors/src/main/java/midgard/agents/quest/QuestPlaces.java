package midgard.agents.quest;

import java.util.Comparator;
import java.util.List;
import midgard.maps.GameMap;
import midgard.maps.MapCatalogue;
import midgard.maps.MapKind;
import org.apache.commons.rng.UniformRandomProvider;

/** Where an NPC sends a player. */
final class QuestPlaces {
  private static final int NEAREST_TOWNS = 3;

  private QuestPlaces() {}

  /**
   * Where monsters are near by: the map itself unless it is a town, else one beside it; else one of
   * the known hunting grounds.
   */
  static String huntingGround(String map, UniformRandomProvider random) {
    if (MapCatalogue.KNOWN.find(map).filter(QuestPlaces::hasMonsters).isPresent()) {
      return map;
    }
    List<String> beside = beside(map);
    List<String> choice = beside.isEmpty() ? MapCatalogue.KNOWN.huntingGrounds() : beside;
    return choice.get(random.nextInt(choice.size()));
  }

  /** Another field or dungeon than the map itself. */
  static String otherGround(String map, UniformRandomProvider random) {
    List<String> beside = beside(map);
    List<String> choice =
        beside.isEmpty()
            ? MapCatalogue.KNOWN.huntingGrounds().stream().filter(m -> !m.equals(map)).toList()
            : beside;
    return choice.get(random.nextInt(choice.size()));
  }

  private static List<String> beside(String map) {
    return MapCatalogue.KNOWN.find(map).map(GameMap::neighbours).orElse(List.of()).stream()
        .filter(n -> MapCatalogue.KNOWN.find(n).filter(QuestPlaces::hasMonsters).isPresent())
        .toList();
  }

  private static boolean hasMonsters(GameMap map) {
    return map.kind() == MapKind.FIELD || map.kind() == MapKind.DUNGEON;
  }

  /** One of the three nearest other towns. */
  static String otherTown(String map, UniformRandomProvider random) {
    List<String> towns =
        MapCatalogue.KNOWN.all().stream()
            .filter(town -> town.kind() == MapKind.TOWN && !town.name().equals(map))
            .map(GameMap::name)
            .sorted(
                Comparator.<String>comparingInt(town -> MapCatalogue.KNOWN.distance(map, town))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(NEAREST_TOWNS)
            .toList();
    return towns.get(random.nextInt(towns.size()));
  }
}
