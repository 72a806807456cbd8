package midgard.agents.eventchain;

import static midgard.agents.eventchain.ChainWorld.MAP;
import static org.assertj.core.api.Assertions.assertThat;

import midgard.schemas.eventchain.ChainPlayer;
import midgard.schemas.eventchain.ChainProgress;
import midgard.schemas.eventchain.ChainType;
import midgard.schemas.eventchain.StepDeed;
import org.junit.jupiter.api.Test;

class ChainMapsTest {
  private static ChainWorld atWave() {
    ChainWorld chains = ChainWorld.with(ChainType.invasion);
    chains.fulfil(150001);
    return chains;
  }

  @Test
  void shouldTellTheSumsOfATickWhenPlayersFight() {
    ChainWorld chains = atWave();
    int monster = chains.step().getSuccessCondition().getMonsterId();
    for (int i = 0; i < 4; i++) {
      chains.kill(150003 - i % 2, MAP, monster);
    }
    chains.tick(1000);

    assertThat(chains.world.signals(ChainProgress.class))
        .last()
        .extracting(ChainProgress::getDeeds)
        .asList()
        .containsExactly(new StepDeed(150002L, 2, 2L), new StepDeed(150003L, 2, 2L));
  }

  @Test
  void shouldCountNothingWhenAnotherMonsterFallsOrOnAnotherMap() {
    ChainWorld chains = atWave();
    int monster = chains.step().getSuccessCondition().getMonsterId();
    chains.kill(150001, MAP, monster + 1);
    chains.kill(150001, "geffen", monster);
    chains.kill(0, MAP, monster);
    chains.tick(1000);

    assertThat(chains.step().getProgress()).isZero();
  }

  @Test
  void shouldReadNoStateWhenSomethingHappensElsewhere() {
    ChainWorld chains = atWave();
    chains.kill(150001, "moc_fild01", 1213);
    chains.arrive(150001, "moc_fild01");
    chains.talk(150001, "Kafra Employee", "moc_fild01");

    assertThat(chains.world.dump()).noneMatch(line -> line.contains("event_chain-map moc_fild01 "));
  }

  @Test
  void shouldGiveMeritToAllWhoFoughtButCountOneFallWhenTheBossFalls() {
    ChainWorld chains = atWave();
    chains.fulfil(150001);
    assertThat(chains.step().getStepType()).isEqualTo("boss_battle");
    int boss = chains.step().getSuccessCondition().getMonsterId();
    long before = chains.chain().getPlayers().get(0).getContribution();
    chains.kill(150001, MAP, boss);
    chains.mvp(150001, 150009, MAP, boss);
    chains.tick(1000);

    assertThat(chains.world.signals(ChainProgress.class))
        .last()
        .extracting(ChainProgress::getDeeds)
        .asList()
        .containsExactly(new StepDeed(150001L, 1, 10L), new StepDeed(150009L, 0, 10L));
    if (!chains.over()) {
      assertThat(chains.chain().getPlayers())
          .extracting(ChainPlayer::getContribution)
          .containsExactly(before + 10, 10L);
    }
  }

  @Test
  void shouldCountNothingWhenItHappenedBeforeTheStepBegan() {
    ChainWorld chains = ChainWorld.with(ChainType.treasure_hunt);
    chains.tick(1000);
    String map = chains.step().getSuccessCondition().getTargetMap();
    chains.world.event(
        midgard.schemas.Domain.MAP,
        map,
        midgard.agent.Events.event(
            chains.step().getStartedAt() - 1,
            150001,
            map,
            new midgard.schemas.event.MapChange("prontera", map)));
    chains.tick(1000);

    assertThat(chains.chain().getCurrentStep()).isEqualTo(1);
  }
}
