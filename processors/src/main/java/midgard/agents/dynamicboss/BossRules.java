package midgard.agents.dynamicboss;

import java.time.Duration;
import midgard.schemas.dynamicboss.BossStats;
import midgard.schemas.problem.Problem;
import midgard.schemas.problem.ProblemStatus;
import org.apache.commons.rng.UniformRandomProvider;

/** The numbers of the dynamic boss agent (domain reference 1.12), all in whole numbers. */
public final class BossRules {
  public static final Duration STAYS = Duration.ofMinutes(30);
  public static final Duration WITHOUT_COMBAT = Duration.ofMinutes(10);

  static final Duration EVALUATION = Duration.ofSeconds(900);
  static final Duration FLUSH = Duration.ofSeconds(5);

  /** The mvp_kill follows the monster_kill of the same boss within this. */
  static final Duration SETTLES = Duration.ofSeconds(5);

  /** What called a boss has to leave the window before the same map calls again (ours). */
  static final Duration REST = Duration.ofHours(1);

  static final int MOST_BOSSES = 3;
  static final int MOST_FIGHTERS = 200;
  static final int MOST_CALLS = 100;
  static final int EDGE = 50;
  static final int CHAMPION_SCORE = 3000;

  private static final int KILLS = 100;
  private static final int UNCHANGED = 1000;
  private static final int LEAST_MODIFIER = 500;
  private static final int MOST_MODIFIER = 3000;
  private static final int ONE_DAY_IN = 20;
  private static final int MINUTES_A_DAY = 1440;
  private static final int LEAST_RANDOM = 1200;
  private static final int MOST_RANDOM = 1800;

  private BossRules() {}

  /** Whether a map is farmed too much; the count is that of the last hour. */
  static boolean isFarmed(long killsLastHour) {
    return killsLastHour > KILLS;
  }

  /** 1 + (kills / 100 − 1) × 0.2, in thousandths, 3 at most. */
  static int farmModifier(long killsLastHour) {
    return modifier(UNCHANGED + (killsLastHour - KILLS) * 2);
  }

  static int randomModifier(UniformRandomProvider random) {
    return random.nextInt(LEAST_RANDOM, MOST_RANDOM + 1);
  }

  private static int modifier(long milli) {
    return (int) Math.max(LEAST_MODIFIER, Math.min(MOST_MODIFIER, milli));
  }

  /** The minute of the day at which a boss comes; -1: none does, as on 19 days of 20. */
  static int drawMinute(UniformRandomProvider random) {
    return random.nextInt(ONE_DAY_IN) == 0 ? random.nextInt(MINUTES_A_DAY) : -1;
  }

  /** A problem that is in its last quarter and not half solved. */
  static boolean escalates(Problem problem, long now) {
    if (problem == null
        || problem.getStatus() != ProblemStatus.active
        || now >= problem.getExpiresAt()) {
      return false;
    }
    long lasts = problem.getExpiresAt() - problem.getCreatedAt();
    return 4 * (now - problem.getCreatedAt()) >= 3 * lasts
        && 2 * problem.getTotalPoints() < problem.getRequiredPoints();
  }

  static BossStats base(BossKind kind, int level) {
    return new BossStats(
        10_000L * level * kind.hpTenths() / 10,
        100L * level * kind.atkTenths() / 10,
        50L * level * kind.defTenths() / 10);
  }

  /**
   * For a party of five of the level; what is left of a whole number is dropped after each factor.
   *
   * @param wipes bosses of the reason in a row that nobody could defeat
   */
  static BossStats scaled(BossStats base, int level, int wipes, int modifierMilli) {
    return new BossStats(
        scaled(base.getHp(), 110, level, wipes, modifierMilli),
        scaled(base.getAtk(), 115, level, wipes, modifierMilli),
        scaled(base.getDef(), 108, level, wipes, modifierMilli));
  }

  private static long scaled(long base, int growthPercent, int level, int wipes, int modifier) {
    long grown = base * (10_000 + (long) growthPercent * level) / 10_000;
    return grown * wipePercent(wipes) / 100 * modifier / UNCHANGED;
  }

  static int wipePercent(int wipes) {
    if (wipes >= 5) {
      return 65;
    }
    return wipes >= 3 ? 80 : 100;
  }

  /** May be more than 10. */
  static int difficulty(BossKind kind, int modifierMilli) {
    return kind.minDifficulty() * modifierMilli / UNCHANGED;
  }

  /** A figure against the one that the same level has without multipliers, in thousandths. */
  static int rate(long scaled, long perLevel, int level) {
    return (int) (scaled * UNCHANGED / (perLevel * level));
  }
}
