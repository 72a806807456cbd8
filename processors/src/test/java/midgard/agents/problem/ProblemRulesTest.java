package midgard.agents.problem;

import static midgard.schemas.problem.ProblemType.good_vs_evil;
import static midgard.schemas.problem.ProblemType.monster_surge;
import static midgard.schemas.problem.ProblemType.mvp_rampage;
import static midgard.schemas.problem.ProblemType.pollution;
import static midgard.schemas.problem.ProblemType.resource_shortage;
import static midgard.schemas.problem.ProblemType.weather_hazard;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import midgard.schemas.problem.Occurrence;
import midgard.schemas.problem.ProblemType;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemRulesTest {
  private final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(7L);

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void shouldFindItsOwnNumbersWhenAskedForAType(ProblemType type) {
    assertThat(ProblemRules.kind(type).type()).isEqualTo(type);
  }

  @Test
  void shouldKeepTheTypesThatFitWhenTheMeanLevelIsKnown() {
    assertThat(ProblemRules.fitting(14))
        .extracting(ProblemRules.Kind::type)
        .containsExactly(weather_hazard);
    assertThat(ProblemRules.fitting(29))
        .extracting(ProblemRules.Kind::type)
        .containsExactly(resource_shortage, pollution, weather_hazard);
    assertThat(ProblemRules.fitting(50)).hasSize(6);
  }

  @Test
  void shouldDrawOnlyTypesThatCanBeEasyWhenFewAreOnLine() {
    for (int i = 0; i < 500; i++) {
      assertThat(ProblemRules.drawEasy(ProblemRules.fitting(99), random))
          .isNotIn(mvp_rampage, good_vs_evil);
    }
    assertThat(ProblemRules.isSmall(9)).isTrue();
    assertThat(ProblemRules.isSmall(10)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0,10", "1,8", "4,2", "5,1", "9,1"})
  void shouldWeighATypeLessWhenItCameLately(int times, int tenths) {
    List<Occurrence> recent = Collections.nCopies(times, new Occurrence(pollution, 0L));

    assertThat(ProblemRules.weightTenths(pollution, recent)).isEqualTo(tenths);
    assertThat(ProblemRules.weightTenths(monster_surge, recent)).isEqualTo(10);
  }

  @Test
  void shouldDrawInProportionToTheWeightsWhenDrawnOften() {
    List<Occurrence> recent = Collections.nCopies(5, new Occurrence(pollution, 0L));
    Map<ProblemType, Integer> drawn = new EnumMap<>(ProblemType.class);
    for (int i = 0; i < 51_000; i++) {
      ProblemType type = ProblemRules.drawWeighted(ProblemRules.fitting(50), recent, random);
      drawn.merge(type, 1, Integer::sum);
    }

    assertThat(drawn.get(pollution)).isBetween(850, 1150);
    assertThat(drawn.get(monster_surge)).isBetween(9600, 10_400);
  }

  @ParameterizedTest
  @CsvSource({
    "monster_surge,30,2",
    "monster_surge,75,5",
    "monster_surge,150,8",
    "mvp_rampage,50,5"
  })
  void shouldClampTheDifficultyWhenTheLevelIsOutOfRange(ProblemType type, int level, int expected) {
    assertThat(ProblemRules.difficulty(ProblemRules.kind(type), level)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"10,a", "7,a", "6,c", "4,c", "3,e", "1,e"})
  void shouldGoToTheBusierMapWhenTheProblemIsHarder(int difficulty, String map) {
    assertThat(ProblemRules.targetMap(difficulty, List.of("a", "b", "c", "d", "e"))).isEqualTo(map);
    assertThat(ProblemRules.targetMap(difficulty, List.of())).isEqualTo("prontera");
  }

  @Test
  void shouldAskForEveryMonsterThatCameWhenTheTypeSpawns() {
    assertThat(ProblemRules.requiredPoints(ProblemRules.kind(monster_surge), 4)).isEqualTo(40);
    assertThat(ProblemRules.spawnCount(4)).isEqualTo(40);
    assertThat(ProblemRules.mob(4)).isEqualTo(1006);
    assertThat(ProblemRules.requiredPoints(ProblemRules.kind(pollution), 4)).isEqualTo(80);
  }
}
