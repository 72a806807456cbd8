package midgard.bench.traffic;

import java.util.Set;

/** The maps where nobody hunts: the towns of the game that have shops and a Kafra. */
final class Towns {
  private static final Set<String> NAMES =
      Set.of("prontera", "payon", "geffen", "morocc", "alberta", "aldebaran", "izlude");

  private Towns() {}

  static boolean isTown(String map) {
    return NAMES.contains(map);
  }
}
