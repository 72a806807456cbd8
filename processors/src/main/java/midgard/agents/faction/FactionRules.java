package midgard.agents.faction;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import midgard.rules.DailyDecay;
import midgard.rules.MonsterKind;
import midgard.schemas.faction.Faction;
import midgard.schemas.faction.FactionAction;
import midgard.schemas.karma.KarmaAlignment;

/**
 * The numbers of factions (domain reference 1.10).
 *
 * @param decay of the world's scores
 * @param dailyKills most kills of a player and day that count for a faction
 * @param dailyDonations most donations of a player and day that count for a faction
 */
public record FactionRules(DailyDecay decay, int dailyKills, int dailyDonations) {
  public static final int MOST_REPUTATION = 10_000;
  public static final long LIMIT_MILLI = 10_000_000;

  /** Merit with the reputation agent for each of a faction's quests. */
  static final int QUEST_MERIT = 100;

  /** What a deed moves the world by: this part of what it is worth in standing. */
  static final int WORLD_PART = 10;

  /** From this standing on a player can be taken for one of the faction's own. */
  static final int OWN_FROM = 1000;

  /** Foes and castles, together, against which a player can defend the faction in a day. */
  static final int DAILY_DEFENCES = 10;

  /** Deeds are summed so long before the world and the database are told. */
  static final Duration FLUSH = Duration.ofSeconds(5);

  static final Duration UPDATE = Duration.ofMinutes(5);
  static final int MOST_PENDING_TARGETS = 20;

  /** From this score on a faction can be dominant, and two can be in conflict. */
  static final long STRONG_MILLI = 1_000_000;

  private static final int WITHIN_TENTHS = 10;
  private static final int GOLEM = 1040;
  private static final int FIRST_OF_JUPEROS = 1668;
  private static final int LAST_OF_JUPEROS = 1679;

  /** Alarm, clock, clock tower manager, Apocalypse, Metaling. */
  private static final Set<Integer> MACHINES = Set.of(GOLEM, 1193, 1269, 1270, 1365, 1613);

  /** How much power a faction has in the world, from so many points on. */
  public enum Influence {
    none(0),
    minor(1000),
    moderate(3000),
    major(5000),
    total(8000);

    private final int points;

    Influence(int points) {
      this.points = points;
    }

    /** The step of a level, of which the sign only says whether the faction is loved or hated. */
    public static Influence of(int level) {
      return values()[Math.abs(level)];
    }
  }

  /** What a deed is worth in standing. */
  public static int value(FactionAction action) {
    return switch (action) {
      case quest_complete -> 100;
      case monster_kill -> 10;
      case donation -> 50;
      case pvp_defend -> 200;
      case pvp_attack -> -150;
    };
  }

  /** The faction that a quest or donation names; empty: none of the world's three. */
  public static Optional<Faction> faction(String id) {
    return Arrays.stream(Faction.values()).filter(one -> one.name().equals(id)).findFirst();
  }

  /**
   * Whose enemy a monster is: the Rune Alliance fights demons and undead, the Shadow Cult wants the
   * harmless slain, the Nature Spirits hate machines and golems. The reference leaves this open.
   *
   * @param name as the game calls it; may be null
   */
  public static Optional<Faction> enemyOf(int monster, String name) {
    Optional<MonsterKind> kind = MonsterKind.of(monster, name);
    if (kind.isPresent()) {
      return Optional.of(kind.get().isProtected() ? Faction.shadow_cult : Faction.rune_alliance);
    }
    boolean machine =
        MACHINES.contains(monster) || (monster >= FIRST_OF_JUPEROS && monster <= LAST_OF_JUPEROS);
    return machine ? Optional.of(Faction.nature_spirits) : Optional.empty();
  }

  static int bounded(int reputation) {
    return Math.max(0, Math.min(MOST_REPUTATION, reputation));
  }

  static long bounded(long milli) {
    return Math.max(-LIMIT_MILLI, Math.min(LIMIT_MILLI, milli));
  }

  /** The step of a score: −4 to 4, with the score's sign. */
  public static int level(long milli) {
    int level = 0;
    for (Influence step : Influence.values()) {
      if (Math.abs(milli) >= step.points * 1000L) {
        level = step.ordinal();
      }
    }
    return milli < 0 ? -level : level;
  }

  /** Whether two factions are both strong and within a tenth of the stronger. */
  static boolean isConflict(long oneMilli, long otherMilli) {
    return Math.min(oneMilli, otherMilli) >= STRONG_MILLI
        && Math.abs(oneMilli - otherMilli) * WITHIN_TENTHS <= Math.max(oneMilli, otherMilli);
  }

  /** What the world's karma gives the shadow cult each day, in thousandths. */
  static long gainFromEvil(KarmaAlignment karma) {
    return switch (karma) {
      case evil -> 10_000;
      case very_evil -> 20_000;
      case very_good, good, neutral -> 0;
    };
  }

  /** All tiers of standing, lowest first. */
  public static final List<String> TIERS =
      List.of("Unknown", "Acquainted", "Friendly", "Trusted", "Honored", "Exalted");

  private static final int[] TIER_FROM = {0, 1000, 3000, 5000, 7000, 10_000};

  /** The tier of a standing: 0 to 5. */
  public static int tier(int reputation) {
    int tier = 0;
    while (tier + 1 < TIER_FROM.length && reputation >= TIER_FROM[tier + 1]) {
      tier++;
    }
    return tier;
  }

  /** Thousandths as whole points, rounded half up. */
  static long shown(long milli) {
    return Math.floorDiv(milli + 500, 1000);
  }
}
