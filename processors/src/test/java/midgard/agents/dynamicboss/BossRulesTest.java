package midgard.agents.dynamicboss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.schemas.dynamicboss.BossFighter;
import midgard.schemas.dynamicboss.BossItem;
import midgard.schemas.dynamicboss.BossReward;
import midgard.schemas.dynamicboss.BossStats;
import midgard.schemas.dynamicboss.SpawnReason;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BossRulesTest {
  private final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(3);

  private static BossFighter fighter(long player, long damage, boolean killed) {
    return new BossFighter(player, damage, 0, 0L, 0L, true, killed);
  }

  @Test
  void shouldGiveTheWorkedExamplesFiguresWhenTheLevelIs50() {
    BossStats base = BossRules.base(BossKind.of(SpawnReason.anti_farm), 50);

    assertThat(base).isEqualTo(new BossStats(1_500_000L, 7_500L, 3_000L));
    assertThat(BossRules.scaled(base, 50, 0, 1000))
        .isEqualTo(new BossStats(2_325_000L, 11_812L, 4_620L));
  }

  @ParameterizedTest
  @CsvSource({"0, 2325000", "2, 2325000", "3, 1860000", "5, 1511250"})
  void shouldGrowWeakerWhenItHasWipedPartiesOut(int wipes, long hp) {
    BossStats base = BossRules.base(BossKind.of(SpawnReason.anti_farm), 50);

    assertThat(BossRules.scaled(base, 50, wipes, 1000).getHp()).isEqualTo(hp);
  }

  @ParameterizedTest
  @CsvSource({"101, 1002", "200, 1200", "600, 2000", "5000, 3000"})
  void shouldGrowWithTheKillsWhenAMapIsFarmed(long kills, int modifier) {
    assertThat(BossRules.farmModifier(kills)).isEqualTo(modifier);
    assertThat(BossRules.isFarmed(kills)).isTrue();
    assertThat(BossRules.isFarmed(100)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "anti_farm, 1000, 3",
    "anti_farm, 1400, 4",
    "random_encounter, 1800, 12",
    "random_encounter, 1200, 8"
  })
  void shouldRateTheDifficultyWhenItIsModified(SpawnReason reason, int modifier, int difficulty) {
    assertThat(BossRules.difficulty(BossKind.of(reason), modifier)).isEqualTo(difficulty);
  }

  @Test
  void shouldComeOnOneDayInTwentyWhenManyDaysAreDrawn() {
    int days = 40_000;
    int hits = 0;
    for (int day = 0; day < days; day++) {
      int minute = BossRules.drawMinute(random);
      assertThat(minute).isBetween(-1, 1439);
      hits += minute >= 0 ? 1 : 0;
    }

    // Four standard deviations.
    assertThat(hits).isBetween(2000 - 175, 2000 + 175);
  }

  @Test
  void shouldGiveTheTablesItemsWhenTheDifficultyRises() {
    assertThat(BossRewards.items(2)).isEmpty();
    assertThat(BossRewards.items(3)).containsExactly(new BossItem(6224, 1));
    assertThat(BossRewards.items(7))
        .containsExactly(new BossItem(6224, 3), new BossItem(6225, 2), new BossItem(617, 1));
    assertThat(BossRewards.reputation(7)).isEqualTo(140);
  }

  @Test
  void shouldDropTheAuraAsRarelyAsTheTableSaysWhenDrawnOften() {
    int auras = 0;
    for (int i = 0; i < 50_000; i++) {
      BossReward reward = BossRewards.of(10, 0, 0, random);
      assertThat(reward.getAttackEssence()).isBetween(3, 5);
      auras += reward.getItems().stream().anyMatch(item -> item.getItemId() == 19500) ? 1 : 0;
    }

    assertThat(auras).isBetween(500 - 90, 500 + 90);
  }

  @Property(tries = 300)
  void shouldShareTheWholePotWhenAnyDamageWasDealt(
      @ForAll @Size(min = 1, max = 30) List<@LongRange(max = 1_000_000_000_000L) Long> damage,
      @ForAll @IntRange(min = 1, max = 20) int difficulty) {
    List<BossFighter> fighters = new ArrayList<>();
    for (int i = 0; i < damage.size(); i++) {
      fighters.add(fighter(i + 1, damage.get(i), i == 0));
    }
    List<BossFighter> paid = BossRewards.paid(fighters);
    long pot = BossRewards.exp(difficulty, paid.size());

    List<Long> shares = BossRewards.shares(paid, pot);

    assertThat(shares).hasSize(paid.size()).allMatch(share -> share >= 0);
    assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(pot);
    for (int i = 0; i < paid.size(); i++) {
      for (int j = 0; j < paid.size(); j++) {
        if (paid.get(i).getDamage() > paid.get(j).getDamage()) {
          assertThat(shares.get(i)).isGreaterThanOrEqualTo(shares.get(j));
        }
      }
    }
  }

  @Test
  void shouldPayTheKillerWhenNoDamageIsKnown() {
    List<BossFighter> fighters = List.of(fighter(1, 0, false), fighter(2, 0, true));

    assertThat(BossRewards.paid(fighters)).extracting(BossFighter::getPlayerId).containsExactly(2L);
    assertThat(BossRewards.shares(BossRewards.paid(fighters), 15_000)).containsExactly(15_000L);
  }
}
