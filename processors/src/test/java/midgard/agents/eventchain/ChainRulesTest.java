package midgard.agents.eventchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import midgard.schemas.eventchain.ChainReward;
import midgard.schemas.eventchain.ChainStep;
import midgard.schemas.eventchain.ChainType;
import midgard.schemas.eventchain.StepGoal;
import midgard.schemas.eventchain.StepOutcome;
import midgard.schemas.eventchain.StepTask;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChainRulesTest {
  @ParameterizedTest
  @EnumSource(ChainType.class)
  void shouldFindItsOwnNumbersWhenAskedForAType(ChainType type) {
    assertThat(ChainRules.kind(type).type()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({"7,10,success", "5,7,success", "4,6,partial", "2,5,partial", "1,3,failure"})
  void shouldEndByTheShareOfStepsThatSucceeded(int successes, int steps, StepOutcome ending) {
    assertThat(ChainRules.ending(successes, steps)).isEqualTo(ending);
  }

  @ParameterizedTest
  @CsvSource({"20,1000,20", "20,900,18", "20,800,16", "5,900,5", "5,800,4", "1,800,1"})
  void shouldBringFewerMonstersWhenItIsEasier(int amount, int difficulty, int expected) {
    assertThat(ChainRules.amount(amount, difficulty)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"20,20,success", "10,20,partial", "9,20,failure", "0,1,failure"})
  void shouldJudgeByWhatWasDoneWhenTheTimeIsOver(int progress, int required, StepOutcome outcome) {
    assertThat(ChainRules.atDeadline(progress, required)).isEqualTo(outcome);
  }

  private static ChainStep step(StepOutcome outcome) {
    return ChainStep.newBuilder()
        .setStepNumber(1)
        .setStepType("hunt")
        .setObjective("")
        .setDialogue("")
        .setSuccessCondition(new StepGoal(StepTask.hunt, "prt_fild08", 0, 5))
        .setOutcome(outcome)
        .build();
  }

  @Test
  void shouldBeWorthWhatItsStepsCameToWhenItEnds() {
    List<ChainStep> steps =
        List.of(
            step(StepOutcome.success),
            step(StepOutcome.partial),
            step(StepOutcome.failure),
            step(null));

    assertThat(ChainEnding.reward(steps, 50, 1000, true))
        .isEqualTo(new ChainReward(150_000L, 60_000L, true));
    assertThat(ChainEnding.reward(steps, 50, 100, false))
        .isEqualTo(new ChainReward(15_000L, 6_000L, false));
  }

  @Property
  void shouldNeverPayMoreThanTheBestWhenContributionsDiffer(
      @ForAll @IntRange(min = 0, max = 1_000_000) int contribution,
      @ForAll @IntRange(min = 0, max = 1_000_000) int more) {
    long best = (long) contribution + more;

    assertThat(ChainRules.shareMilli(contribution, best)).isBetween(100, 1000);
    assertThat(ChainRules.shareMilli(best, best)).isBetween(best == 0 ? 100 : 1000, 1000);
  }

  @Property
  void shouldNeverBeWorthMoreThanSuccessWhenStepsAreMany(
      @ForAll @IntRange(min = 1, max = 7) int steps, @ForAll StepOutcome outcome) {
    long exp =
        ChainEnding.reward(Collections.nCopies(steps, step(outcome)), 99, 1000, false).getExp();

    assertThat(exp).isBetween(99L * 500 * steps, 99L * 1500 * steps);
  }
}
