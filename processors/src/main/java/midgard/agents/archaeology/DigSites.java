package midgard.agents.archaeology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import midgard.agents.archaeology.ArchaeologyRules.Traffic;
import midgard.agents.world.WorldSummary;
import midgard.maps.Cell;
import midgard.maps.GameMap;
import midgard.maps.MapCatalogue;
import midgard.maps.MapKind;
import midgard.schemas.archaeology.DigSpot;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.WorldState;
import org.apache.commons.rng.UniformRandomProvider;

/** Chooses where can be dug: mostly where few people come. */
final class DigSites {
  private static final MapCatalogue MAPS = MapCatalogue.KNOWN;

  /** A place and how rich it is. */
  record Site(String map, Cell cell, int rarityMilli) {}

  private final List<String> quietestFirst;
  private final UniformRandomProvider random;

  DigSites(WorldState world, UniformRandomProvider random) {
    this.quietestFirst = quietestFirst(world);
    this.random = random;
  }

  /** Fields and dungeons by what goes on there; a young world's hunting grounds fill the list. */
  static List<String> quietestFirst(WorldState world) {
    List<String> visited =
        world.getMaps().stream()
            .filter(map -> canBeDug(map.getMap()))
            .sorted(
                Comparator.comparingLong(WorldSummary::activity).thenComparing(MapEntry::getMap))
            .map(MapEntry::getMap)
            .toList();
    List<String> maps = new ArrayList<>();
    for (String ground : MAPS.huntingGrounds()) {
      if (visited.size() + maps.size() < ArchaeologyRules.FEWEST_MAPS
          && !visited.contains(ground)) {
        maps.add(ground);
      }
    }
    maps.addAll(visited);
    return maps;
  }

  private static boolean canBeDug(String map) {
    return MAPS.find(map)
        .map(GameMap::kind)
        .filter(kind -> kind == MapKind.FIELD || kind == MapKind.DUNGEON)
        .isPresent();
  }

  /** The quietest 30 % of the maps, the busiest 30 %, or what lies between. */
  static List<String> maps(List<String> quietestFirst, Traffic traffic) {
    int size = quietestFirst.size();
    int outer = Math.max(1, size * 3 / 10);
    return switch (traffic) {
      case QUIET -> quietestFirst.subList(0, outer);
      case MIDDLE -> quietestFirst.subList(outer, size - outer);
      case BUSY -> quietestFirst.subList(size - outer, size);
    };
  }

  /** A site 30 cells or more from every spot; empty when a hundred draws found none. */
  Optional<Site> site(Traffic traffic, List<DigSpot> spots) {
    List<String> maps = maps(quietestFirst, traffic);
    for (int i = 0; i < ArchaeologyRules.TRIES; i++) {
      String map = maps.get(random.nextInt(maps.size()));
      Cell cell = MAPS.cell(map, ArchaeologyRules.EDGE, random);
      boolean free =
          spots.stream()
              .filter(spot -> spot.getMap().equals(map))
              .allMatch(spot -> distance(spot, cell.x(), cell.y()) >= ArchaeologyRules.SPACING);
      if (free) {
        return Optional.of(new Site(map, cell, traffic.rarityMilli(random)));
      }
    }
    return Optional.empty();
  }

  /** In cells, as the game counts: a diagonal step is one. */
  static int distance(DigSpot spot, int x, int y) {
    return Math.max(Math.abs(spot.getX() - x), Math.abs(spot.getY() - y));
  }

  /** 70 % quiet, 20 % middle, 10 % busy; what is left of whole numbers goes to the quiet ones. */
  static Traffic traffic(int index, int count) {
    int busy = count / 10;
    int middle = count / 5;
    if (index < busy) {
      return Traffic.BUSY;
    }
    return index < busy + middle ? Traffic.MIDDLE : Traffic.QUIET;
  }
}
