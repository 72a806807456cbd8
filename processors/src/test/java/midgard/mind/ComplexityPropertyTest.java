package midgard.mind;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ComplexityPropertyTest {

  @Property
  void shouldStayWithinAThousandWhateverIsCounted(
      @ForAll @IntRange(max = 1000) int goals,
      @ForAll @IntRange(max = 1000) int constraints,
      @ForAll @IntRange(max = 1000) int entities,
      @ForAll ReasoningDepth depth,
      @ForAll Complexity.Urgency urgency) {
    assertThat(Complexity.milli(goals, constraints, entities, depth, urgency)).isBetween(0, 1000);
  }

  @Test
  void shouldFollowTheFormulaWhenReckonedByHand() {
    // .25 × 2/5 + .20 × 1/5 + .15 × 4/10 + .25 × .5 + .15 × .7 = .43
    assertThat(Complexity.milli(2, 1, 4, ReasoningDepth.MEDIUM, Complexity.Urgency.NORMAL))
        .isEqualTo(430);
  }

  @Test
  void shouldSpreadTraitsEvenlyWhenManyNpcsAreMade() {
    int[] tenths = new int[10];
    int npcs = 20_000;
    for (int i = 0; i < npcs; i++) {
      Personality one = Personality.of(Integer.toString(110_000_000 + i));
      tenths[Math.min(9, one.neuroticism() / 100)]++;
    }

    double chiSquare = 0;
    for (int count : tenths) {
      chiSquare += Math.pow(count - npcs / 10.0, 2) / (npcs / 10.0);
    }
    // 9 degrees of freedom: 27.9 is passed by one in a thousand.
    assertThat(chiSquare).isLessThan(27.9);
    assertThat(Personality.of("Kafra")).isEqualTo(Personality.of("Kafra"));
  }
}
