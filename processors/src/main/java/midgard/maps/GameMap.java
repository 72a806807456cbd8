package midgard.maps;

import java.util.List;

/**
 * A map of the game.
 *
 * @param name as game scripts write it, such as {@code prt_fild08}
 * @param width in cells, 1 or more
 * @param height in cells, 1 or more
 * @param neighbours names of the maps that a warp joins to this one, in either direction; sorted
 * @throws IllegalArgumentException without a name or a size
 */
public record GameMap(
    String name,
    int width,
    int height,
    MapKind kind,
    Climate climate,
    Theme theme,
    List<String> neighbours) {

  public GameMap {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A map needs a name.");
    }
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "Map " + name + " is " + width + " by " + height + " cells; both must be 1 or more.");
    }
    neighbours = neighbours.stream().sorted().toList();
  }
}
