package midgard.agents.treasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.treasure.TreasureContents;
import midgard.schemas.treasure.TreasureForm;
import midgard.schemas.treasure.TreasureRarity;
import midgard.schemas.treasure.TreasureRewards;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreasureDrawsTest {
  private static final int DRAWS = 100_000;

  /** Of the chi-square distribution with one degree of freedom, at one in a million. */
  private static final double CRITICAL = 23.9;

  private final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(7L);

  @ParameterizedTest
  @CsvSource({
    "QUIETEST,.20,.40,.40,0",
    "QUIET,.05,.25,.40,.30",
    "USUAL,.01,.15,.44,.40",
    "BUSY,.005,.095,.30,.60"
  })
  void shouldDrawRaritiesAsTheReferenceSaysWhenMapsAreThatBusy(
      TreasureRules.Traffic traffic, double mythic, double gold, double silver, double bronze) {
    Map<TreasureRarity, Integer> drawn = new EnumMap<>(TreasureRarity.class);
    for (int i = 0; i < DRAWS; i++) {
      drawn.merge(traffic.draw(random), 1, Integer::sum);
    }

    assertShare(mythic, drawn.getOrDefault(TreasureRarity.mythic, 0));
    assertShare(gold, drawn.getOrDefault(TreasureRarity.gold, 0));
    assertShare(silver, drawn.getOrDefault(TreasureRarity.silver, 0));
    assertShare(bronze, drawn.getOrDefault(TreasureRarity.bronze, 0));
  }

  @Test
  void shouldBeChestsMostlyWhenFormsAreDrawn() {
    Map<TreasureForm, Integer> drawn = new EnumMap<>(TreasureForm.class);
    for (int i = 0; i < DRAWS; i++) {
      drawn.merge(TreasureRules.form(random), 1, Integer::sum);
    }

    assertShare(.6, drawn.get(TreasureForm.chest));
    assertShare(.3, drawn.get(TreasureForm.dig_spot));
    assertShare(.1, drawn.get(TreasureForm.hidden_npc));
  }

  private static void assertShare(double probability, int hits) {
    if (probability == 0) {
      assertThat(hits).isZero();
      return;
    }
    double expected = DRAWS * probability;
    double difference = hits - expected;
    double chiSquare =
        difference * difference / expected + difference * difference / (DRAWS - expected);
    assertThat(chiSquare).isLessThan(CRITICAL);
  }

  @Property
  void shouldStayWithinTheRaritysBoundsWhenItsContentsAreDrawn(
      @ForAll TreasureRarity rarity, @ForAll @IntRange(max = 1_000_000) int seed) {
    TreasureContents bounds = TreasurePools.contents(rarity);
    TreasureRewards drawn =
        TreasurePools.draw(rarity, RandomSource.XO_SHI_RO_256_PP.create((long) seed));
    Set<Integer> kinds = new HashSet<>();
    for (ItemAmount item : drawn.getItems()) {
      assertThat(item.getAmount()).isBetween(1, 30);
      kinds.add(item.getItemId());
    }

    assertThat(kinds).hasSameSizeAs(drawn.getItems());
    assertThat(kinds.size() + (drawn.getTitle() == null ? 0 : 1))
        .isBetween(bounds.getMinItems(), bounds.getMaxItems());
    assertThat(drawn.getZeny()).isBetween(bounds.getMinZeny(), bounds.getMaxZeny());
    assertThat(drawn.getCardFragments())
        .isBetween(bounds.getMinFragments(), bounds.getMaxFragments());
  }

  @ParameterizedTest
  @CsvSource({
    "bronze,3,5,1000,5000,10,0,0",
    "silver,2,3,10000,25000,25,1,1",
    "gold,1,2,50000,100000,50,5,5",
    "mythic,1,1,200000,500000,100,15,25"
  })
  void shouldHoldTheReferencesFiguresWhenAskedForARarity(
      TreasureRarity rarity,
      int minItems,
      int maxItems,
      long minZeny,
      long maxZeny,
      int reputation,
      int minFragments,
      int maxFragments) {
    assertThat(TreasurePools.contents(rarity))
        .isEqualTo(
            new TreasureContents(
                minItems, maxItems, minZeny, maxZeny, reputation, minFragments, maxFragments));
  }
}
