package midgard.agents.adaptivedungeon;

import java.time.Duration;
import java.time.LocalTime;
import midgard.schemas.adaptivedungeon.RoomType;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The numbers of the adaptive dungeon agent (domain reference 1.18).
 *
 * @param minutes that a party has
 * @param tokenItem what dungeon tokens are in the game
 */
public record DungeonRules(int minutes, int tokenItem) {
  static final LocalTime OPENS = LocalTime.of(0, 15);
  static final String MASTER = "Dungeon Master";

  static final int MIN_FLOORS = 5;
  static final int MAX_FLOORS = 10;
  static final int MIN_PLAYERS = 2;
  static final int MAX_PLAYERS = 12;
  static final int FACTION_PERCENT = 30;

  /** What was done in time may be told this much later. */
  static final Duration GRACE = Duration.ofSeconds(5);

  /** A party that lost its way back has so long to come in again; ours. */
  static final Duration EMPTY_FOR = Duration.ofMinutes(5);

  /** A party that asks again so soon means the same. */
  static final Duration ONE_QUESTION = Duration.ofSeconds(10);

  static final int MAX_RUNS = 500;
  static final int MAX_OVER = 1000;
  static final int PLACES = 100;
  static final int MAX_VISITS = 100;
  static final int REPUTATION_PER_FLOOR = 50;
  static final int DROP_BONUS_MILLI = 500;
  static final int IMPORTANCE = 5;

  private static final int TOKENS_PER_FLOOR = 100;
  private static final long EXP_PER_FLOOR = 10_000;

  Duration limit() {
    return Duration.ofMinutes(minutes);
  }

  static int difficulty(int floors) {
    return Math.min(10, 1 + floors / 2);
  }

  static int currency(int floors) {
    return floors * TOKENS_PER_FLOOR;
  }

  static int expMultiplierMilli(int floors) {
    return 1000 + 100 * floors;
  }

  /** int(drawn × (1 + 0.15 floor)). */
  static int spawnCount(int drawn, int floor) {
    return drawn * levelModifierMilli(floor) / 1000;
  }

  static int levelModifierMilli(int floor) {
    return 1000 + 150 * floor;
  }

  static boolean isCheckpointFloor(int floor) {
    return floor % 3 == 0;
  }

  /** A room that is neither the first, nor a checkpoint, nor the boss's. */
  static RoomType room(UniformRandomProvider random) {
    int drawn = random.nextInt(10);
    if (drawn < 5) {
      return RoomType.combat;
    }
    if (drawn < 7) {
      return RoomType.treasure;
    }
    return drawn < 9 ? RoomType.trap : RoomType.mini_boss;
  }

  /** Quarters: 6 in less than half of the time, 5 in less than three quarters, else 4. */
  int timeBonusQuarters(long millis) {
    long limit = limit().toMillis();
    if (millis * 2 < limit) {
      return 6;
    }
    return millis * 4 < limit * 3 ? 5 : 4;
  }

  /**
   * floor(floors × 100 × bonus / √players), exactly: the root of what is under it, rounded down.
   */
  static int tokens(int floors, int bonusQuarters, int players) {
    long whole = (long) floors * TOKENS_PER_FLOOR * bonusQuarters / 4;
    long square = whole * whole / players;
    long root = (long) Math.sqrt((double) square);
    while (root * root > square) {
      root--;
    }
    while ((root + 1) * (root + 1) <= square) {
      root++;
    }
    return (int) root;
  }

  static long exp(int floors, int bonusQuarters) {
    return floors * EXP_PER_FLOOR * bonusQuarters / 4;
  }
}
