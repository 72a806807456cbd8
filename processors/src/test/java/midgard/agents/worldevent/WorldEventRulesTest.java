package midgard.agents.worldevent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import midgard.schemas.worldevent.ImpactData;
import midgard.schemas.worldevent.Rate;
import midgard.schemas.worldevent.WorldEventState;
import midgard.schemas.worldevent.WorldEventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldEventRulesTest {

  @ParameterizedTest
  @CsvSource({
    "demonic_invasion,0,0,100,0,true",
    "demonic_invasion,0,0,99,0,false",
    "market_crash,0,0,0,1000000000,true",
    "market_crash,0,0,0,999999999,false",
    "lucky_day,10,0,0,0,true",
    "lucky_day,11,0,0,0,false",
    "lucky_day,0,0,0,0,false",
    "wandering_caravan,20,0,0,0,true",
    "wandering_caravan,19,0,0,0,false",
    "global_xp_boost,5,0,0,0,true",
    "global_xp_boost,6,0,0,0,false",
    "global_xp_boost,0,0,0,0,false",
    "mvp_enraged,0,0,50,0,true",
    "mvp_enraged,0,0,49,0,false",
    "mythic_event,20,80,30,0,true",
    "mythic_event,19,80,30,0,false",
    "mythic_event,20,79,30,0,false",
    "mythic_event,20,80,29,0,false",
  })
  void shouldHoldItsConditionWhenTheThresholdIsReached(
      WorldEventType type, int online, int level, long mvpKills, long zeny, boolean holds) {
    WorldEventState state =
        WorldEventState.newBuilder()
            .setOnlinePlayers(online)
            .setMeanLevel(level)
            .setMvpKills24h(mvpKills)
            .setCirculation(zeny)
            .build();

    assertThat(WorldEventRules.KINDS.get(type.ordinal()).condition().apply(state).isPresent())
        .isEqualTo(holds);
  }

  @Test
  void shouldTestInTheReferencesOrderWhenTheTableIsReadDown() {
    assertThat(WorldEventRules.KINDS)
        .extracting(WorldEventRules.Kind::type)
        .containsExactly(WorldEventType.values());
    assertThat(WorldEventRules.KINDS)
        .extracting(WorldEventRules.Kind::chanceMilli)
        .containsExactly(1000, 1000, 500, 700, 1000, 800, 1);
    assertThat(WorldEventRules.KINDS)
        .extracting(kind -> kind.coolDown().toHours())
        .containsExactly(6L, 12L, 8L, 6L, 4L, 8L, 48L);
  }

  @Test
  void shouldNeverUndoAnotherEventWhenOneEnds() {
    Set<String> seen = new HashSet<>();
    for (WorldEventType type : WorldEventType.values()) {
      ImpactData impact = Impact.data(type, 60);
      List<String> flags =
          Stream.concat(impact.getGlobalBuffs().stream(), impact.getEconomicEffects().stream())
              .map(Rate::getName)
              .toList();
      assertThat(flags).as("flags of " + type).noneMatch(seen::contains);
      seen.addAll(flags);
    }
  }

  @Test
  void shouldRestLongerThanItLastsWhenAnEventHasBegun() {
    assertThat(WorldEventRules.KINDS)
        .allMatch(kind -> kind.coolDown().toMinutes() > kind.maxMinutes());
  }
}
