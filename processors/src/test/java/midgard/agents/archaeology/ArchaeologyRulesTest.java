package midgard.agents.archaeology;

import static org.assertj.core.api.Assertions.assertThat;

import midgard.schemas.archaeology.ArtifactRarity;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchaeologyRulesTest {
  /** Chi-square of three degrees of freedom, exceeded once in 100,000. */
  private static final double MOST_CHI_SQUARE = 25.9;

  @ParameterizedTest
  @CsvSource({"0,1", "9,1", "10,2", "29,2", "30,3", "359,8", "360,9", "499,9", "500,10", "9999,10"})
  void shouldReachALevelAtItsThreshold(int digs, int level) {
    assertThat(ArchaeologyRules.level(digs)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"1,500,450,300,175,75", "10,500,100,300,400,300", "5,500,250,300,275,175"})
  void shouldHaveTheReferencesOddsWhenTheSpotIsMiddling(
      int level, int spot, int common, int uncommon, int rare, int mythic) {
    assertThat(ArchaeologyRules.weights(level, spot))
        .containsExactly(common, uncommon, rare, mythic);
  }

  @Property
  void shouldStayWithinTheReferencesBoundsWhateverLevelAndSpot(
      @ForAll @IntRange(min = 1, max = 10) int level,
      @ForAll @IntRange(min = 100, max = 799) int spot) {
    int[] weights = ArchaeologyRules.weights(level, spot);
    int[] richer = ArchaeologyRules.weights(level, spot + 1);

    assertThat(ArchaeologyRules.bonusMilli(level, spot)).isBetween(0, 500);
    assertThat(weights[0]).isBetween(100, 500).isGreaterThanOrEqualTo(richer[0]);
    assertThat(weights[3]).isBetween(50, 300).isLessThanOrEqualTo(richer[3]);
  }

  @Property(tries = 20)
  void shouldDrawByTheWeightsWhenDrawnOften(
      @ForAll @IntRange(min = 1, max = 10) int level,
      @ForAll @IntRange(min = 100, max = 800) int spot,
      @ForAll long seed) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    int[] drawn = new int[ArtifactRarity.values().length];
    int draws = 10_000;
    for (int i = 0; i < draws; i++) {
      drawn[ArchaeologyRules.rarity(level, spot, random).ordinal()]++;
    }

    int[] weights = ArchaeologyRules.weights(level, spot);
    double total = weights[0] + weights[1] + weights[2] + weights[3];
    double chiSquare = 0;
    for (int i = 0; i < drawn.length; i++) {
      double expected = draws * weights[i] / total;
      chiSquare += (drawn[i] - expected) * (drawn[i] - expected) / expected;
    }
    assertThat(chiSquare).isLessThan(MOST_CHI_SQUARE);
  }
}
