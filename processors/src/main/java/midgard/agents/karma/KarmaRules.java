package midgard.agents.karma;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import midgard.rules.DailyDecay;
import midgard.rules.MonsterKind;
import midgard.schemas.karma.KarmaAction;
import midgard.schemas.karma.KarmaAlignment;

/**
 * The numbers of karma (domain reference 1.16). Scores are in thousandths.
 *
 * @param thresholds four scores in whole points, ascending, between the five alignments
 * @param decay of players and of the world
 * @param dailyDeeds most healings, most helps of NPCs and most temple donations of a player that
 *     count in a day; each can be repeated at will, so without a limit they could be farmed
 */
public record KarmaRules(List<Long> thresholds, DailyDecay decay, int dailyDeeds) {
  public static final long LIMIT = 10_000;

  /** What a deed is worth to the world: this part of what it is worth to the player. */
  static final int WORLD_PART = 10;

  /** Deeds are summed so long before the world and the database are told. */
  static final Duration FLUSH = Duration.ofSeconds(5);

  /** The world becomes another at most so often, or it would waver at a threshold. */
  static final Duration UPDATE = Duration.ofMinutes(15);

  /** Blows at one NPC within this time are one crime. */
  static final Duration ONE_ATTACK = Duration.ofHours(1);

  static final int MOST_PENDING_TARGETS = 20;

  private static final long MILLI = 1000;

  public KarmaRules {
    thresholds = List.copyOf(thresholds);
  }

  /** What an action is worth to the player's karma, in points. */
  public static int value(KarmaAction action) {
    return switch (action) {
      case help_npc_quest -> 15;
      case defeat_evil_boss -> 25;
      case protect_peaceful_monster -> 10;
      case donate_temple -> 20;
      case heal_wounded_npc -> 12;
      case complete_good_quest -> 30;
      case save_player -> 18;
      case kill_poring, kill_lunatic, kill_drops -> -10;
      case help_shadow_cult -> -25;
      case use_forbidden_skill -> -15;
      case complete_evil_quest -> -30;
      case kill_protected_npc -> -50;
      case kill_demon, kill_undead -> 5;
      case trade_normal, pvp_duel -> 0;
    };
  }

  /**
   * What killing a monster is.
   *
   * @param name as the game calls it; may be null
   * @return empty: neither good nor evil
   */
  public static Optional<KarmaAction> kill(int monster, String name) {
    return MonsterKind.of(monster, name)
        .map(
            kind ->
                switch (kind) {
                  case PORING -> KarmaAction.kill_poring;
                  case LUNATIC -> KarmaAction.kill_lunatic;
                  case DROPS -> KarmaAction.kill_drops;
                  case DEMON -> KarmaAction.kill_demon;
                  case UNDEAD -> KarmaAction.kill_undead;
                });
  }

  /** Whether only so many a day count. */
  static boolean isLimited(KarmaAction action) {
    return switch (action) {
      case help_npc_quest, donate_temple, heal_wounded_npc, save_player -> true;
      default -> false;
    };
  }

  /** Whether one target counts once a day. A temple takes gifts again and again. */
  static boolean isOncePerTarget(KarmaAction action) {
    return isLimited(action) && action != KarmaAction.donate_temple;
  }

  public KarmaAlignment alignment(long milli) {
    if (milli > thresholds.get(3) * MILLI) {
      return KarmaAlignment.very_good;
    }
    if (milli > thresholds.get(2) * MILLI) {
      return KarmaAlignment.good;
    }
    if (milli > thresholds.get(1) * MILLI) {
      return KarmaAlignment.neutral;
    }
    return milli > thresholds.get(0) * MILLI ? KarmaAlignment.evil : KarmaAlignment.very_evil;
  }

  /** Cut to the range from −10,000 to 10,000 points. */
  static long bounded(long milli) {
    return Math.max(-LIMIT * MILLI, Math.min(LIMIT * MILLI, milli));
  }

  /** Thousandths as whole points, rounded half up. */
  static long shown(long milli) {
    return Math.floorDiv(milli + MILLI / 2, MILLI);
  }
}
