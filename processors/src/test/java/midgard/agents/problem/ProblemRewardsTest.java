package midgard.agents.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.problem.DifficultyTier;
import midgard.schemas.problem.RewardData;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProblemRewardsTest {
  private static final String[] EXP = {
    "1.0", "1.2", "1.5", "1.8", "2.2", "2.8", "3.5", "4.5", "6.0", "8.0"
  };
  private static final String[] ZENY = {
    "1.0", "1.2", "1.3", "1.5", "1.8", "2.2", "2.8", "3.5", "4.5", "6.0"
  };

  @Test
  void shouldGiveTheWorkedExamplesFiguresWhenTenAreOnLineAtLevel50() {
    RewardData reward = ProblemRewards.of(3, 50, 10);

    assertThat(reward.getExp()).isEqualTo(132_000);
    assertThat(reward.getZeny()).isEqualTo(51_837);
    assertThat(reward.getSpecial().getParticipationBonus()).isTrue();
    assertThat(reward.getSpecial().getDifficultyTier()).isEqualTo(DifficultyTier.low);
  }

  @Test
  void shouldGive194400ExperienceWhenTwentyAreOnLineAtDifficultyFour() {
    assertThat(ProblemRewards.of(4, 50, 20).getExp()).isEqualTo(194_400);
  }

  @Test
  void shouldStopRaisingTheRewardWhenFiftyAreOnLine() {
    assertThat(ProblemRewards.of(5, 70, 5000)).isEqualTo(ProblemRewards.of(5, 70, 50));
    assertThat(ProblemRewards.of(5, 70, 0).getSpecial().getParticipationBonus()).isFalse();
  }

  @Test
  void shouldAddItemsWhenTheDifficultyRises() {
    assertThat(ProblemRewards.of(2, 50, 10).getItems()).isEmpty();
    assertThat(ProblemRewards.of(9, 90, 10).getItems())
        .containsExactly(
            new ItemAmount(607, 9),
            new ItemAmount(608, 4),
            new ItemAmount(617, 1),
            new ItemAmount(616, 1));
    assertThat(ProblemRewards.of(4, 60, 0).getSpecial().getDifficultyTier())
        .isEqualTo(DifficultyTier.medium);
    assertThat(ProblemRewards.of(7, 90, 0).getSpecial().getDifficultyTier())
        .isEqualTo(DifficultyTier.high);
  }

  @Property
  void shouldEqualTheFormulaInDecimalsWhenEveryFactorIsTruncatedInTurn(
      @ForAll @IntRange(min = 1, max = 10) int difficulty,
      @ForAll @IntRange(min = 1, max = 999) int level,
      @ForAll @IntRange(min = 0, max = 200) int online) {
    BigDecimal crowd =
        BigDecimal.ONE.add(BigDecimal.valueOf(online).movePointLeft(2)).min(new BigDecimal("1.5"));

    RewardData reward = ProblemRewards.of(difficulty, level, online);

    assertThat(reward.getExp())
        .isEqualTo(formula(level * 1000L, "0.2", difficulty, EXP[difficulty - 1], crowd));
    assertThat(reward.getZeny())
        .isEqualTo(formula(level * 500L, "0.15", difficulty, ZENY[difficulty - 1], crowd));
  }

  private static long formula(
      long base, String step, int difficulty, String factor, BigDecimal crowd) {
    BigDecimal growth =
        BigDecimal.ONE.add(new BigDecimal(step).multiply(BigDecimal.valueOf(difficulty)));
    BigDecimal value = truncated(BigDecimal.valueOf(base).multiply(growth));
    value = truncated(value.multiply(new BigDecimal(factor)));
    return truncated(value.multiply(crowd)).longValueExact();
  }

  private static BigDecimal truncated(BigDecimal value) {
    return value.setScale(0, RoundingMode.DOWN);
  }
}
