package midgard.agents.problem;

import java.util.ArrayList;
import java.util.List;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.problem.DifficultyTier;
import midgard.schemas.problem.RewardData;
import midgard.schemas.problem.RewardSpecial;

/**
 * What solving a problem is worth (domain reference 1.7). Every factor is applied in turn and what
 * is left of a whole number is dropped each time; all in integers, so nothing depends on how a
 * machine rounds.
 */
public final class ProblemRewards {
  private static final int[] EXP_TENTHS = {10, 12, 15, 18, 22, 28, 35, 45, 60, 80};
  private static final int[] ZENY_TENTHS = {10, 12, 13, 15, 18, 22, 28, 35, 45, 60};

  private static final int YGGDRASIL_BERRY = 607;
  private static final int YGGDRASIL_SEED = 608;
  private static final int OLD_VIOLET_BOX = 617;
  private static final int OLD_CARD_ALBUM = 616;

  private ProblemRewards() {}

  /**
   * The reward of everyone who took part.
   *
   * @param difficulty 1 to 10
   * @param meanLevel counts as 1 while nobody's level is known
   * @param online raises the reward by 1 % each, 50 % at most
   */
  public static RewardData of(int difficulty, int meanLevel, int online) {
    long level = Math.max(1, meanLevel);
    int percent = 100 + Math.min(50, online);
    // level × 1000 × (1 + 0.2 d) and level × 500 × (1 + 0.15 d)
    long exp = level * 200 * (5 + difficulty);
    long zeny = level * 5 * (100 + 15L * difficulty);
    exp = exp * EXP_TENTHS[difficulty - 1] / 10 * percent / 100;
    zeny = zeny * ZENY_TENTHS[difficulty - 1] / 10 * percent / 100;
    return new RewardData(
        exp, zeny, items(difficulty), new RewardSpecial(percent > 100, tier(difficulty)));
  }

  private static List<ItemAmount> items(int difficulty) {
    List<ItemAmount> items = new ArrayList<>();
    if (difficulty >= 3) {
      items.add(new ItemAmount(YGGDRASIL_BERRY, difficulty));
    }
    if (difficulty >= 5) {
      items.add(new ItemAmount(YGGDRASIL_SEED, difficulty / 2));
    }
    if (difficulty >= 7) {
      items.add(new ItemAmount(OLD_VIOLET_BOX, 1));
    }
    if (difficulty >= 9) {
      items.add(new ItemAmount(OLD_CARD_ALBUM, 1));
    }
    return items;
  }

  private static DifficultyTier tier(int difficulty) {
    if (difficulty >= 7) {
      return DifficultyTier.high;
    }
    return difficulty >= 4 ? DifficultyTier.medium : DifficultyTier.low;
  }
}
