package midgard.maps;

import java.util.List;

/** Which kinds of weather a map can have; decisions, "Rules repaired" 10. */
public enum Climate {
  TEMPERATE,
  DESERT,
  SNOW,
  FOREST,
  /** Under a roof or the ground: no weather at all. */
  CAVE;

  private static final List<String> DESERTS = List.of("moc_", "morocc", "moroc", "ve_");
  private static final List<String> SNOWS = List.of("xmas", "lutie", "ice_");
  private static final List<String> FORESTS = List.of("pay_", "payon", "um_", "umbala", "spl_");

  /** A guess for a map that is not in the catalogue, by the naming habits of the game's maps. */
  static Climate guess(String map) {
    if (map.contains("_dun") || map.startsWith("in_") || map.matches(".*_in\\d*")) {
      return CAVE;
    }
    if (startsWithOneOf(DESERTS, map)) {
      return DESERT;
    }
    if (startsWithOneOf(SNOWS, map)) {
      return SNOW;
    }
    return startsWithOneOf(FORESTS, map) ? FOREST : TEMPERATE;
  }

  private static boolean startsWithOneOf(List<String> prefixes, String map) {
    return prefixes.stream().anyMatch(map::startsWith);
  }
}
