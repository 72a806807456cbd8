package midgard.agents.dynamicnpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import midgard.schemas.action.Buff;
import midgard.schemas.dynamicnpc.NpcGift;
import midgard.schemas.dynamicnpc.NpcOccurrence;
import midgard.schemas.dynamicnpc.NpcReward;
import midgard.schemas.dynamicnpc.NpcType;
import midgard.schemas.event.ItemAmount;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpcRewardsTest {
  private static final int DRAWS = 100_000;
  private final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(7L);

  @ParameterizedTest
  @CsvSource({"MEDIUM,200000,75000", "HIGH,350000,125000", "VERY_HIGH,500000,200000"})
  void shouldGiveTheReferencesFiguresWhenTheLevelIs50(NpcRules.Tier tier, long exp, long zeny) {
    NpcReward reward = NpcRewards.of(tier, 0);

    assertThat(reward.getExp()).isEqualTo(exp);
    assertThat(reward.getZeny()).isEqualTo(zeny);
    assertThat(reward.getItems()).containsExactly(new ItemAmount(607, 3));
  }

  @Test
  void shouldRaiseAttackAndMagicForAnHourWhenTheTierIsHigh() {
    assertThat(NpcRewards.of(NpcRules.Tier.HIGH, 50).getSpecialBuffs())
        .containsExactly(new Buff("atk", 10, true, 60), new Buff("matk", 10, true, 60));
    assertThat(NpcRewards.of(NpcRules.Tier.MEDIUM, 50).getSpecialBuffs()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"MEDIUM,.05,.015,0", "HIGH,.15,.045,0", "VERY_HIGH,.30,.09,.01"})
  void shouldGiveRareThingsAsOftenAsTheReferenceSaysWhenManyArePaid(
      NpcRules.Tier tier, double rare, double card, double stat) {
    NpcReward reward = NpcRewards.of(tier, 50);
    List<NpcGift> gifts =
        IntStream.range(0, DRAWS).mapToObj(i -> NpcRewards.draw(reward, random)).toList();

    assertShare(rare, gifts.stream().filter(gift -> has(gift, 7179)).count());
    assertShare(card, gifts.stream().filter(gift -> has(gift, 4001)).count());
    assertShare(
        stat,
        gifts.stream()
            .filter(gift -> gift.getBuffs().stream().anyMatch(buff -> buff.getMinutes() == 0))
            .count());
  }

  private static boolean has(NpcGift gift, int item) {
    return gift.getItems().stream().anyMatch(amount -> amount.getItemId() == item);
  }

  /** Within five standard deviations of a binomial draw. */
  private static void assertShare(double probability, long hits) {
    double deviation = Math.sqrt(DRAWS * probability * (1 - probability));
    assertThat((double) hits)
        .isBetween(DRAWS * probability - 5 * deviation, DRAWS * probability + 5 * deviation);
  }

  @Test
  void shouldComeHalfAsOftenWhenATypeCameLately() {
    List<NpcOccurrence> recent = List.of(new NpcOccurrence(NpcType.mysterious_child, 0L));
    long children =
        IntStream.range(0, DRAWS)
            .filter(i -> NpcRules.draw(recent, random).type() == NpcType.mysterious_child)
            .count();

    assertShare(1.0 / 9, children);
  }

  @Property
  void shouldGrowWithTheLevelAndStayWholeWhenAnyLevelIsPaid(
      @ForAll @IntRange(min = 1, max = 998) int level) {
    for (NpcRules.Tier tier : NpcRules.Tier.values()) {
      NpcReward less = NpcRewards.of(tier, level);
      NpcReward more = NpcRewards.of(tier, level + 1);
      assertThat(more.getExp() - less.getExp()).isEqualTo(200L * tier.expTenths);
      assertThat(more.getZeny() - less.getZeny()).isEqualTo(100L * tier.zenyTenths);
    }
  }
}
