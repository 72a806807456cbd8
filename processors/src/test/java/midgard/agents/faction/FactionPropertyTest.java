package midgard.agents.faction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.schemas.Domain;
import midgard.schemas.action.GiveReward;
import midgard.schemas.faction.Faction;
import midgard.schemas.faction.FactionAction;
import midgard.schemas.faction.FactionDeed;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class FactionPropertyTest {

  @Property(tries = 60)
  void shouldGiveTheWorldATenthAndEveryRewardOnceWhateverIsDone(
      @ForAll @Size(max = 120) List<@IntRange(min = 0, max = 4) Integer> kinds) {
    Factions factions = new Factions();
    long worth = 0;
    int reputation = 0;
    int best = 0;
    for (int kind : kinds) {
      FactionAction action = FactionAction.values()[kind == 2 ? 0 : kind];
      factions.world.signal(
          Domain.PLAYER, "9", Factions.NOON + 1, new FactionDeed(Faction.shadow_cult, action, ""));
      worth += FactionRules.value(action);
      reputation = Math.max(0, Math.min(10_000, reputation + FactionRules.value(action)));
      best = Math.max(best, reputation);
    }
    factions.world.tick(Factions.NOON + 5000);

    assertThat(factions.score(Faction.shadow_cult).getScoreMilli()).isEqualTo(worth * 100);
    assertThat(factions.standing(9, Faction.shadow_cult).getReputation()).isEqualTo(reputation);
    assertThat(factions.world.actions(GiveReward.class)).hasSize(FactionRules.tier(best));
  }

  @Property
  void shouldNameTheSameStepWhicheverSignAScoreHas(
      @ForAll @LongRange(min = -10_000_000, max = 10_000_000) long milli) {
    assertThat(FactionRules.level(-milli)).isEqualTo(-FactionRules.level(milli));
  }

  @Example
  void shouldNameStepsAndTiersWhenAScoreIsOnAThreshold() {
    assertThat(FactionRules.level(999_999)).isZero();
    assertThat(FactionRules.level(1_000_000)).isEqualTo(1);
    assertThat(FactionRules.level(3_000_000)).isEqualTo(2);
    assertThat(FactionRules.level(-5_000_000)).isEqualTo(-3);
    assertThat(FactionRules.level(8_000_000)).isEqualTo(4);
    assertThat(FactionRules.tier(999)).isZero();
    assertThat(FactionRules.tier(1000)).isEqualTo(1);
    assertThat(FactionRules.tier(6999)).isEqualTo(3);
    assertThat(FactionRules.tier(10_000)).isEqualTo(5);
  }
}
