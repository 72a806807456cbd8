package midgard.agents.maphazard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import midgard.maps.GameMap;
import midgard.maps.MapCatalogue;
import midgard.maps.MapKind;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.WorldState;
import org.apache.commons.rng.UniformRandomProvider;

/** Where hazards may lie: hunting grounds, the quietest first. */
final class HazardPlaces {
  /**
   * @param visits arrivals of the last 24 hours
   */
  record Place(String map, long visits) {}

  private HazardPlaces() {}

  /**
   * Every map in the order in which it is tried: a draw among the quietest, then the others by
   * their visits. Maps that nobody visited are the hunting grounds of the catalogue.
   *
   * @param problemMap comes first if it is one of the quietest; empty: there is none
   */
  static List<Place> inOrder(WorldState world, String problemMap, UniformRandomProvider random) {
    TreeMap<String, Long> visits = new TreeMap<>();
    MapCatalogue.KNOWN.huntingGrounds().forEach(map -> visits.put(map, 0L));
    for (MapEntry entry : world.getMaps()) {
      if (isGround(entry.getMap())) {
        visits.put(entry.getMap(), entry.getVisits24h());
      }
    }
    List<Place> places = new ArrayList<>();
    visits.forEach((map, count) -> places.add(new Place(map, count)));
    // Equally quiet maps take turns instead of going by their names.
    shuffle(places, random);
    places.sort(Comparator.comparingLong(Place::visits));
    List<Place> quietest = places.subList(0, HazardRules.quiet(places.size()));
    shuffle(quietest, random);
    quietest.sort(Comparator.comparing(place -> !place.map().equals(problemMap)));
    return places;
  }

  private static void shuffle(List<Place> places, UniformRandomProvider random) {
    for (int i = places.size() - 1; i > 0; i--) {
      Collections.swap(places, i, random.nextInt(i + 1));
    }
  }

  /** Maps that the catalogue does not know are taken for hunting grounds. */
  private static boolean isGround(String map) {
    Optional<GameMap> known = MapCatalogue.KNOWN.find(map);
    return known.isEmpty()
        || known.get().kind() == MapKind.FIELD
        || known.get().kind() == MapKind.DUNGEON;
  }

  /** Whether a map keeps the distance from all of the others. */
  static boolean isFarFrom(List<String> others, String map, int minDistance) {
    return others.stream()
        .allMatch(
            other -> !other.equals(map) && MapCatalogue.KNOWN.distance(other, map) >= minDistance);
  }
}
