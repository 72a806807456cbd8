package midgard.agents.faction;

import midgard.agents.faction.FactionRules.Influence;
import midgard.schemas.faction.Faction;

/** What players read of the factions. */
final class FactionTexts {
  private FactionTexts() {}

  private static String name(Faction faction) {
    return "The " + FactionProfile.of(faction).name();
  }

  /** A faction's power has crossed one or more thresholds. */
  static String crossed(Faction faction, int from, int to) {
    if (to < 0 && to < from) {
      return name(faction) + " has lost the world's trust.";
    }
    if (to < from) {
      return "%s loses ground: its influence is now %s.".formatted(name(faction), word(to));
    }
    return switch (Influence.of(to)) {
      case none -> name(faction) + " is no longer shunned.";
      case minor -> to < 0 ? regained(faction) : name(faction) + " raises its banners.";
      case moderate -> to < 0 ? regained(faction) : name(faction) + " sends its people out.";
      case major -> to < 0 ? regained(faction) : name(faction) + " rules the markets.";
      case total -> name(faction) + " holds the world in its hand.";
    };
  }

  private static String regained(Faction faction) {
    return name(faction) + " regains some of the world's trust.";
  }

  private static String word(int level) {
    return Influence.of(level).name();
  }

  static String dominant(Faction faction, boolean loved) {
    return loved
        ? name(faction) + " has become the strongest power of the world."
        : name(faction) + " is what the whole world stands against.";
  }

  static String nobody() {
    return "No faction prevails any more.";
  }

  static String conflict(Faction one, Faction other) {
    return "%s and the %s are of equal strength: open conflict!"
        .formatted(name(one), FactionProfile.of(other).name());
  }

  static String peace(Faction one, Faction other) {
    return "The conflict of the %s and the %s is decided."
        .formatted(FactionProfile.of(one).name(), FactionProfile.of(other).name());
  }
}
