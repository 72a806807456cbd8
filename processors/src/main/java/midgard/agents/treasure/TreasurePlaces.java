package midgard.agents.treasure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import midgard.maps.Cell;
import midgard.maps.MapCatalogue;
import midgard.schemas.treasure.Treasure;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.WorldState;
import org.apache.commons.rng.UniformRandomProvider;

/** Where the treasures of one day may lie. */
final class TreasurePlaces {
  /** A map with no free cell after so many draws is full. */
  private static final int DRAWS = 40;

  /** A cell, and how much goes on around it. */
  record Place(String map, Cell cell, TreasureRules.Traffic traffic) {}

  private record Visited(String map, long visits) {}

  private record Ground(String map, TreasureRules.Traffic traffic) {}

  private final List<Ground> grounds = new ArrayList<>();
  private final Set<String> used = new LinkedHashSet<>();
  private final UniformRandomProvider random;

  /**
   * All maps that were visited in the last 24 hours and the known hunting grounds, quietest first;
   * among equally quiet ones the draw decides.
   */
  TreasurePlaces(WorldState world, UniformRandomProvider random) {
    this.random = random;
    Map<String, Long> visits = new TreeMap<>();
    MapCatalogue.KNOWN.huntingGrounds().forEach(map -> visits.put(map, 0L));
    for (MapEntry map : world.getMaps()) {
      if (map.getVisits24h() > 0 && MapCatalogue.KNOWN.isOpen(map.getMap())) {
        visits.put(map.getMap(), map.getVisits24h());
      }
    }
    List<Visited> ranked = new ArrayList<>();
    for (Map.Entry<String, Long> entry : visits.entrySet()) {
      ranked.add(random.nextInt(ranked.size() + 1), new Visited(entry.getKey(), entry.getValue()));
    }
    ranked.sort(Comparator.comparingLong(Visited::visits));
    for (int i = 0; i < ranked.size(); i++) {
      grounds.add(new Ground(ranked.get(i).map(), TreasureRules.Traffic.of(i, ranked.size())));
    }
  }

  /**
   * A place on a map of that kind that has no treasure of this day yet; when there is none, on any
   * such map, and at last on one that has. Empty when there is no room anywhere.
   *
   * @param there what is hidden already
   */
  Optional<Place> next(TreasureRules.Traffic traffic, Collection<Treasure> there) {
    List<Ground> left = new ArrayList<>(grounds);
    while (!left.isEmpty()) {
      int best = left.stream().mapToInt(place -> rank(place, traffic)).min().orElseThrow();
      List<Ground> candidates =
          left.stream().filter(place -> rank(place, traffic) == best).toList();
      Ground drawn = candidates.get(random.nextInt(candidates.size()));
      Optional<Cell> cell = cell(drawn.map(), there);
      if (cell.isPresent()) {
        used.add(drawn.map());
        return Optional.of(new Place(drawn.map(), cell.get(), drawn.traffic()));
      }
      left.remove(drawn);
    }
    return Optional.empty();
  }

  private int rank(Ground place, TreasureRules.Traffic traffic) {
    if (used.contains(place.map())) {
      return 2;
    }
    return place.traffic() == traffic ? 0 : 1;
  }

  private Optional<Cell> cell(String map, Collection<Treasure> there) {
    List<Treasure> near = there.stream().filter(t -> t.getSpawnMap().equals(map)).toList();
    for (int i = 0; i < DRAWS; i++) {
      Cell cell = MapCatalogue.KNOWN.cell(map, TreasureRules.MARGIN, random);
      if (near.stream()
          .allMatch(
              t -> TreasureRules.isFarFrom(cell.x(), cell.y(), t.getSpawnX(), t.getSpawnY()))) {
        return Optional.of(cell);
      }
    }
    return Optional.empty();
  }
}
