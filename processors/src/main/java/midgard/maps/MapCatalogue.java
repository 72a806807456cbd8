package midgard.maps;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * What the rules know of the game's maps when they choose a place. A game server may have maps that
 * are not in here: every question has an answer for them too, a guess where there are no facts.
 * Immutable; every list is in an order of its own, the same in every replay.
 */
public final class MapCatalogue {
  /** The classic game's towns, fields and dungeons. */
  public static final MapCatalogue KNOWN = MapsFile.known();

  private static final int UNKNOWN_SIDE = 200;

  private final Map<String, GameMap> byName;
  private final List<GameMap> sorted;
  private final List<String> grounds;

  /**
   * @param grounds names among the maps, most suitable first
   * @throws IllegalArgumentException when a map is there twice, or a neighbour or ground is not
   */
  MapCatalogue(List<GameMap> maps, List<String> grounds) {
    TreeMap<String, GameMap> names = new TreeMap<>();
    for (GameMap map : maps) {
      if (names.put(map.name(), map) != null) {
        throw new IllegalArgumentException("Map " + map.name() + " is in the catalogue twice.");
      }
    }
    this.byName = names;
    this.sorted = List.copyOf(names.values());
    this.grounds = List.copyOf(grounds);
    sorted.forEach(map -> map.neighbours().forEach(name -> require(name, map.name())));
    grounds.forEach(name -> require(name, "the list of hunting grounds"));
  }

  private void require(String name, String namedBy) {
    if (!byName.containsKey(name)) {
      throw new IllegalArgumentException(
          "Map " + name + ", named by " + namedBy + ", is not in the catalogue.");
    }
  }

  /** The map of that name, empty when it is not in the catalogue. */
  public Optional<GameMap> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Every map, sorted by name. */
  public List<GameMap> all() {
    return sorted;
  }

  /** Whether it is known to be a town; false for a map that is not in the catalogue. */
  public boolean isTown(String name) {
    return find(name).map(map -> map.kind() == MapKind.TOWN).orElse(false);
  }

  /**
   * Whether a stranger or a chest may stand there: towns, fields and dungeons, but no houses and no
   * guild's castle; guessed by the name when the map is not in the catalogue.
   */
  public boolean isOpen(String name) {
    return find(name)
        .map(GameMap::kind)
        .map(kind -> kind == MapKind.TOWN || kind == MapKind.FIELD || kind == MapKind.DUNGEON)
        .orElseGet(() -> !name.startsWith("in_") && !name.matches(".*_in\\d*"));
  }

  /** The climate; guessed by the name when the map is not in the catalogue. */
  public Climate climate(String name) {
    return find(name).map(GameMap::climate).orElseGet(() -> Climate.guess(name));
  }

  /** The theme; generic when the map is not in the catalogue. */
  public Theme theme(String name) {
    return find(name).map(GameMap::theme).orElse(Theme.GENERIC);
  }

  /**
   * Fewest warps between two maps, whichever way they lead, so that it is the same from either end;
   * 0 for a map and itself, {@link Integer#MAX_VALUE} when no way between them is known. Ships,
   * airships and Kafra services are not counted as warps.
   */
  public int distance(String from, String to) {
    if (from.equals(to)) {
      return 0;
    }
    Map<String, Integer> warps = new HashMap<>(Map.of(from, 0));
    ArrayDeque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      String map = open.remove();
      int next = warps.get(map) + 1;
      for (String neighbour : find(map).map(GameMap::neighbours).orElse(List.of())) {
        if (neighbour.equals(to)) {
          return next;
        }
        if (warps.putIfAbsent(neighbour, next) == null) {
          open.add(neighbour);
        }
      }
    }
    return Integer.MAX_VALUE;
  }

  /**
   * A random cell with at least {@code margin} cells between it and every edge. A side too short
   * for that gives a cell of its middle third. Unknown maps count as 200 by 200. Takes two draws.
   *
   * @param margin in cells, 0 or more
   * @throws IllegalArgumentException when the margin is negative
   */
  public Cell cell(String map, int margin, UniformRandomProvider random) {
    if (margin < 0) {
      throw new IllegalArgumentException("The margin is " + margin + "; it must be 0 or more.");
    }
    int width = find(map).map(GameMap::width).orElse(UNKNOWN_SIDE);
    int height = find(map).map(GameMap::height).orElse(UNKNOWN_SIDE);
    return new Cell(within(width, margin, random), within(height, margin, random));
  }

  private static int within(int side, int margin, UniformRandomProvider random) {
    int kept = margin <= (side - 1) / 2 ? margin : side / 3;
    return kept + random.nextInt(side - 2 * kept);
  }

  /**
   * Quiet hunting grounds that any young world has, most suitable first: used when fewer maps are
   * busy than places are needed (decisions, "Rules repaired" 13). Fields and dungeons, no towns.
   */
  public List<String> huntingGrounds() {
    return grounds;
  }
}
