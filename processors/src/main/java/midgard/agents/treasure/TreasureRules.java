package midgard.agents.treasure;

import java.time.Duration;
import midgard.schemas.treasure.TreasureForm;
import midgard.schemas.treasure.TreasureRarity;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The numbers of the treasure agent (domain reference 1.14).
 *
 * @param dailyCount 5 to 15
 * @param minHours that a treasure stays
 * @param maxHours that a treasure stays
 */
record TreasureRules(int dailyCount, int minHours, int maxHours) {
  /** Maps by how much goes on there; the quieter, the better what lies there. */
  enum Traffic {
    QUIETEST(10, 400, 400, 200),
    QUIET(30, 400, 250, 50),
    USUAL(70, 440, 150, 10),
    BUSY(100, 300, 95, 5);

    /** The share of all maps that is at most as busy. */
    final int upToPercent;

    private final int silver;
    private final int gold;
    private final int mythic;

    Traffic(int upToPercent, int silver, int gold, int mythic) {
      this.upToPercent = upToPercent;
      this.silver = silver;
      this.gold = gold;
      this.mythic = mythic;
    }

    /** Of the map with so many quieter ones among so many. */
    static Traffic of(int quieter, int maps) {
      for (Traffic traffic : values()) {
        if (quieter * 100L < (long) traffic.upToPercent * maps) {
          return traffic;
        }
      }
      throw new IllegalArgumentException(quieter + " of " + maps + " maps are quieter");
    }

    TreasureRarity draw(UniformRandomProvider random) {
      int drawn = random.nextInt(CERTAIN);
      if (drawn < mythic) {
        return TreasureRarity.mythic;
      }
      if (drawn < mythic + gold) {
        return TreasureRarity.gold;
      }
      return drawn < mythic + gold + silver ? TreasureRarity.silver : TreasureRarity.bronze;
    }
  }

  static final int CERTAIN = 1000;
  static final int MARGIN = 50;

  /** Cells between two treasures on a map. */
  static final int SPACING = 20;

  /** Who digs or opens so near has found it. */
  static final int REACH = 3;

  static final Duration KEPT = Duration.ofDays(1);
  static final Duration CLEANUP = Duration.ofHours(1);

  TreasureRules {
    if (minHours > maxHours) {
      throw new IllegalArgumentException(
          "TREASURE_DESPAWN_HOURS_MIN is %d, more than TREASURE_DESPAWN_HOURS_MAX, %d."
              .formatted(minHours, maxHours));
    }
  }

  /** How many of the day's treasures go to maps of a kind; what rounding leaves goes to QUIET. */
  int share(Traffic traffic) {
    return switch (traffic) {
      case QUIETEST -> dailyCount * 40 / 100;
      case USUAL -> dailyCount * 20 / 100;
      case BUSY -> dailyCount * 10 / 100;
      case QUIET ->
          dailyCount - share(Traffic.QUIETEST) - share(Traffic.USUAL) - share(Traffic.BUSY);
    };
  }

  static TreasureForm form(UniformRandomProvider random) {
    int drawn = random.nextInt(10);
    if (drawn < 6) {
      return TreasureForm.chest;
    }
    return drawn < 9 ? TreasureForm.dig_spot : TreasureForm.hidden_npc;
  }

  /** How long a treasure stays, to the minute. */
  Duration life(UniformRandomProvider random) {
    return Duration.ofMinutes(random.nextInt(minHours * 60, maxHours * 60 + 1));
  }

  static boolean isFarFrom(int x, int y, int otherX, int otherY) {
    return Math.max(Math.abs(x - otherX), Math.abs(y - otherY)) >= SPACING;
  }
}
