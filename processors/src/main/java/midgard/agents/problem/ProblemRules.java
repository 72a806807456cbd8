package midgard.agents.problem;

import java.time.Duration;
import java.util.List;
import midgard.schemas.problem.Occurrence;
import midgard.schemas.problem.ProblemType;
import org.apache.commons.rng.UniformRandomProvider;

/** The numbers of the problem agent (domain reference 1.7). */
public final class ProblemRules {
  /**
   * A type of problem.
   *
   * @param minLevel the mean level from which on it comes
   * @param spawns it brings monsters of its own, and only those count
   */
  public record Kind(
      ProblemType type,
      String readableName,
      int minLevel,
      int minDifficulty,
      int maxDifficulty,
      int minHours,
      int maxHours,
      boolean spawns) {}

  public static final List<Kind> KINDS =
      List.of(
          new Kind(ProblemType.monster_surge, "Monster Surge", 30, 2, 8, 12, 24, true),
          new Kind(ProblemType.mvp_rampage, "MVP Rampage", 50, 5, 10, 8, 16, true),
          new Kind(ProblemType.good_vs_evil, "Good vs Evil", 40, 4, 9, 12, 24, false),
          new Kind(ProblemType.resource_shortage, "Resource Shortage", 20, 1, 5, 16, 24, false),
          new Kind(ProblemType.pollution, "Pollution", 25, 2, 6, 12, 20, false),
          new Kind(ProblemType.weather_hazard, "Weather Hazard", 15, 1, 4, 6, 12, false));

  public static final int POINTS_PER_KILL = 1;
  public static final int POINTS_PER_MVP = 10;
  public static final int REPUTATION = 100;
  public static final String MAP_OF_A_QUIET_WORLD = "prontera";

  static final Duration REMEMBERED = Duration.ofDays(7);

  private static final int FEW_PLAYERS = 10;
  private static final int HIGHEST_LOW_DIFFICULTY = 3;
  private static final int SPAWNS_PER_DIFFICULTY = 10;
  private static final int KILLS_PER_DIFFICULTY = 20;
  private static final int FIRST_MOB = 1002;
  private static final int LEVELS_PER_DIFFICULTY = 15;

  private ProblemRules() {}

  public static Kind kind(ProblemType type) {
    return KINDS.get(type.ordinal());
  }

  /** The types that fit the players' mean level; never none. */
  static List<Kind> fitting(int meanLevel) {
    List<Kind> fitting = KINDS.stream().filter(kind -> kind.minLevel() <= meanLevel).toList();
    return fitting.isEmpty() ? List.of(kind(ProblemType.weather_hazard)) : fitting;
  }

  /** Whether so few are on line that only problems that can be easy come. */
  static boolean isSmall(int online) {
    return online < FEW_PLAYERS;
  }

  /** One of the types that can be easy. */
  static ProblemType drawEasy(List<Kind> fitting, UniformRandomProvider random) {
    List<Kind> easy =
        fitting.stream().filter(kind -> kind.minDifficulty() <= HIGHEST_LOW_DIFFICULTY).toList();
    return easy.get(random.nextInt(easy.size())).type();
  }

  /** One of the types, the rarer the more often it came lately. */
  static ProblemType drawWeighted(
      List<Kind> fitting, List<Occurrence> recent, UniformRandomProvider random) {
    int total = fitting.stream().mapToInt(kind -> weightTenths(kind.type(), recent)).sum();
    int drawn = random.nextInt(total);
    for (Kind kind : fitting) {
      drawn -= weightTenths(kind.type(), recent);
      if (drawn < 0) {
        return kind.type();
      }
    }
    throw new IllegalStateException("The weights add up to less than " + total);
  }

  /** max(0.1, 1 − 0.2 × occurrences in the last 7 days), in tenths. */
  static int weightTenths(ProblemType type, List<Occurrence> recent) {
    int times = (int) recent.stream().filter(o -> o.getProblemType() == type).count();
    return Math.max(1, 10 - 2 * times);
  }

  static int difficulty(Kind kind, int meanLevel) {
    return Math.max(
        kind.minDifficulty(), Math.min(kind.maxDifficulty(), meanLevel / LEVELS_PER_DIFFICULTY));
  }

  /**
   * Hard problems go where most is going on, easy ones where least is.
   *
   * @param maps busiest first
   */
  static String targetMap(int difficulty, List<String> maps) {
    if (maps.isEmpty()) {
      return MAP_OF_A_QUIET_WORLD;
    }
    if (difficulty >= 7) {
      return maps.get(0);
    }
    return maps.get(difficulty >= 4 ? maps.size() / 2 : maps.size() - 1);
  }

  static int spawnCount(int difficulty) {
    return difficulty * SPAWNS_PER_DIFFICULTY;
  }

  static int mob(int difficulty) {
    return FIRST_MOB + difficulty;
  }

  /**
   * So many points solve it: every monster that it brought, or 20 a step of difficulty (the
   * reference names a figure for neither; these are ours).
   */
  static int requiredPoints(Kind kind, int difficulty) {
    return kind.spawns() ? spawnCount(difficulty) : difficulty * KILLS_PER_DIFFICULTY;
  }
}
