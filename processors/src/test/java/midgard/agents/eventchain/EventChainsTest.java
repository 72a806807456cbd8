package midgard.agents.eventchain;

import static midgard.agents.eventchain.ChainWorld.MAP;
import static midgard.agents.eventchain.ChainWorld.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.agents.world.WorldPulse;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.action.GiveReward;
import midgard.schemas.action.RemoveNpc;
import midgard.schemas.action.SpawnMonster;
import midgard.schemas.action.SpawnNpc;
import midgard.schemas.eventchain.Chain;
import midgard.schemas.eventchain.ChainEnded;
import midgard.schemas.eventchain.ChainOutcome;
import midgard.schemas.eventchain.ChainParticipation;
import midgard.schemas.eventchain.ChainStatus;
import midgard.schemas.eventchain.ChainStep;
import midgard.schemas.eventchain.ChainStepRow;
import midgard.schemas.eventchain.ChainType;
import midgard.schemas.eventchain.FactionShift;
import midgard.schemas.eventchain.StepOutcome;
import midgard.schemas.eventchain.StepTask;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedOutcome;
import midgard.schemas.storyline.DeedShare;
import midgard.schemas.world.WorldState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventChainsTest {
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;

  private static void deed(ChainWorld chains, DeedKind kind, DeedOutcome outcome) {
    chains.world.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        START,
        new Deed(kind, "7", "Pollution", MAP, List.of(), 0L, outcome));
  }

  @Test
  void shouldOpenAChainWhereItHappenedWhenPlayersBroughtSomethingAbout() {
    ChainWorld chains = new ChainWorld();
    deed(chains, DeedKind.problem, DeedOutcome.failure);
    deed(chains, DeedKind.treasure, DeedOutcome.success);
    assertThat(chains.over()).isTrue();

    deed(chains, DeedKind.problem, DeedOutcome.success);
    deed(chains, DeedKind.boss, DeedOutcome.success);

    assertThat(chains.state().getChains())
        .extracting(Chain::getChainType, Chain::getMap)
        .containsExactly(tuple(ChainType.investigation, MAP), tuple(ChainType.faction_war, MAP));
    assertThat(chains.chain().getTriggerCondition().getReason()).isEqualTo("Solved: Pollution");
  }

  @ParameterizedTest
  @EnumSource(ChainType.class)
  void shouldHaveItsStepsInOrderWhenAChainBegins(ChainType type) {
    Chain chain = ChainWorld.with(type).chain();

    ChainRules.Kind kind = ChainRules.kind(type);
    assertThat(chain.getSteps().size()).isBetween(kind.minSteps(), kind.maxSteps());
    for (int i = 0; i < chain.getSteps().size(); i++) {
      String expected = kind.steps().get(Math.min(i, kind.steps().size() - 1)).type();
      assertThat(chain.getSteps().get(i).getStepType()).isEqualTo(expected);
    }
    assertThat(chain.getExpiresAt() - chain.getStartedAt()).isEqualTo(7 * DAY);
  }

  @Test
  void shouldHaveThreeChainsOfDifferentTypesWhenMoreAreCalledFor() {
    ChainWorld chains = new ChainWorld();
    chains.call(ChainType.rescue);
    chains.call(ChainType.rescue);
    for (ChainType type : ChainType.values()) {
      chains.call(type);
    }

    assertThat(chains.state().getChains())
        .extracting(Chain::getChainType)
        .containsExactly(ChainType.rescue, ChainType.investigation, ChainType.invasion);
  }

  @Test
  void shouldPutItsPeopleInATownAndTakeThemAwayWhenTheyHaveBeenSpokenTo() {
    ChainWorld chains = ChainWorld.with(ChainType.invasion);
    SpawnNpc npc = chains.world.actions(SpawnNpc.class).get(0);
    assertThat(npc.getName()).isEqualTo("Breathless Scout");
    assertThat(npc.getMap()).isEqualTo(chains.chain().getTown()).isEqualTo("izlude");
    assertThat(chains.step().getDeadline()).isZero();

    chains.fulfil(150001);

    assertThat(chains.world.actions(RemoveNpc.class))
        .containsExactly(new RemoveNpc(npc.getNpcId()));
    assertThat(chains.step().getStepType()).isEqualTo("wave_defense");
  }

  @Test
  void shouldBringTwentyOfTheGamesMonstersAnHourLongWhenAWaveBegins() {
    ChainWorld chains = ChainWorld.with(ChainType.invasion);
    chains.fulfil(150001);

    SpawnMonster wave = chains.world.actions(SpawnMonster.class).get(0);
    assertThat(wave.getMonsterId()).isEqualTo(1213);
    assertThat(wave.getAmount()).isEqualTo(20);
    assertThat(wave.getMap()).isEqualTo(MAP);
    assertThat(chains.step().getDeadline() - chains.step().getStartedAt()).isEqualTo(HOUR);
  }

  @Test
  void shouldCountTheLimitFromTheStepsOwnStartWhenTheChainIsOld() {
    ChainWorld chains = ChainWorld.with(ChainType.invasion);
    chains.tick(2 * DAY);
    chains.fulfil(150001);
    chains.tick(HOUR - 1000);

    assertThat(chains.step().getStepType()).isEqualTo("wave_defense");
    chains.tick(10_000);
    assertThat(chains.step().getStepType()).isEqualTo("boss_battle");
  }

  @Test
  void shouldMakeTheNextStepEasierWhenOneFailed() {
    ChainWorld chains = ChainWorld.with(ChainType.faction_war);
    chains.fulfil(150001);
    chains.fulfil(150001);
    assertThat(chains.step().getStepType()).isEqualTo("faction_quest");
    chains.tick(HOUR + 6000);

    assertThat(chains.step().getStepType()).isEqualTo("major_battle");
    assertThat(chains.step().getSuccessCondition().getRequired()).isEqualTo(16);
    assertThat(chains.step().getObjective()).contains("16");
  }

  @Test
  void shouldBePartlyDoneWhenHalfOfTheWaveFellInTime() {
    ChainWorld chains = ChainWorld.with(ChainType.invasion);
    chains.fulfil(150001);
    chains.deeds(150001, 10);
    chains.tick(HOUR + 6000);

    assertThat(chains.world.changes(ChainStepRow.class))
        .filteredOn(row -> row.getStepType().equals("wave_defense"))
        .last()
        .extracting(ChainStepRow::getOutcome)
        .isEqualTo(StepOutcome.partial);
  }

  @Test
  void shouldPayEveryoneOnceByWhatTheyDidWhenAllStepsSucceeded() {
    ChainWorld chains = ChainWorld.with(ChainType.invasion);
    int steps = chains.chain().getSteps().size();
    while (!chains.over()) {
      if (chains.step().getStepType().equals("wave_defense")) {
        chains.deeds(150002, 1);
      }
      chains.fulfil(150001);
    }

    long exp = 50L * 1000 * 1500 * steps / 1000;
    List<GiveReward> rewards = chains.world.actions(GiveReward.class);
    assertThat(rewards)
        .extracting(GiveReward::getPlayerId, GiveReward::getBaseExp)
        .containsExactly(tuple(150001L, exp), tuple(150002L, exp / 10));
    assertThat(rewards.get(0).getBuffs()).hasSize(1);
    assertThat(chains.world.signals(ChainEnded.class))
        .singleElement()
        .satisfies(
            ended -> {
              assertThat(ended.getStatus()).isEqualTo(ChainStatus.completed);
              assertThat(ended.getFinalOutcome()).isEqualTo(StepOutcome.success);
              assertThat(ended.getSuccessRateMilli()).isEqualTo(1000);
              assertThat(ended.getParticipantCount()).isEqualTo(2);
            });
    assertThat(chains.world.signals(FactionShift.class))
        .extracting(FactionShift::getMilli)
        .containsExactly(100_000);
    assertThat(chains.world.signals(Deed.class))
        .singleElement()
        .satisfies(
            deed -> {
              assertThat(deed.getOutcome()).isEqualTo(DeedOutcome.success);
              assertThat(deed.getPlayers())
                  .extracting(DeedShare::getPlayerId)
                  .containsExactly(150001L, 150002L);
            });
    assertThat(chains.world.changes(ChainParticipation.class))
        .filteredOn(row -> row.getPlayerId() == 150001)
        .last()
        .satisfies(row -> assertThat(row.getStepsCompleted()).isEqualTo(steps));
  }

  @Test
  void shouldLeaveEvilBehindWhenTheChainEndsBadly() {
    ChainWorld chains = ChainWorld.with(ChainType.invasion);
    int before = chains.world.actions(SpawnMonster.class).size();
    chains.tick(7 * DAY);

    assertThat(chains.over()).isTrue();
    assertThat(chains.world.changes(ChainOutcome.class))
        .singleElement()
        .extracting(ChainOutcome::getFinalOutcome)
        .isEqualTo(StepOutcome.failure);
    assertThat(chains.world.signals(ChainEnded.class))
        .extracting(ChainEnded::getStatus)
        .containsExactly(ChainStatus.expired);
    assertThat(chains.world.signals(FactionShift.class))
        .extracting(FactionShift::getMilli)
        .containsExactly(-100_000);
    assertThat(chains.world.actions(SpawnMonster.class)).hasSize(before + 1);
    assertThat(chains.world.actions(GiveReward.class)).isEmpty();
  }

  @Test
  void shouldCountAnyMonsterThereWhenItsOwnCouldNotBeBrought() {
    ChainWorld chains = ChainWorld.with(ChainType.invasion);
    chains.fulfil(150001);
    Chain chain = chains.chain();
    chains.world.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        chains.now(),
        new ActionResult(
            ChainEffects.spawnKey(chain, chains.step()), ActionOutcome.failed, "no such map"));
    chains.kill(150001, MAP, 1002);
    chains.tick(1000);

    assertThat(chains.step().getProgress()).isEqualTo(1);
  }

  @Test
  void shouldIgnoreProgressOfAStepThatIsOverWhenItComesLate() {
    ChainWorld chains = ChainWorld.with(ChainType.faction_war);
    ChainStep first = chains.step();
    chains.fulfil(150001);
    chains.talk(150002, first.getNpcData().getName(), first.getNpcData().getMap());
    chains.tick(1000);

    assertThat(chains.chain().getPlayers()).hasSize(1);
    assertThat(chains.chain().getCurrentStep()).isEqualTo(2);
  }

  @Test
  void shouldBeginByChanceInOneOfTenChecksWhenManyAreOnLine() {
    assertThat(chancesTaken(20)).isBetween(70, 130);
    assertThat(chancesTaken(5)).isZero();
  }

  /** How often a chain began at one check each of a thousand worlds. */
  private static int chancesTaken(int online) {
    int begun = 0;
    for (long seed = 1; seed <= 1000; seed++) {
      World world =
          new World(EventChainAgents.of(Settings.DEFAULTS), java.util.Set.of(), seed)
              .put(
                  WorldPulse.STATE,
                  Domain.WORLD_KEY,
                  WorldState.newBuilder().setOnlinePlayers(online).build());
      world.tick(START - 1000);
      world.tick(START + 1000);
      begun +=
          world
              .state(new EventChains(EventChainAgents.rules(Settings.DEFAULTS)), Domain.WORLD_KEY)
              .getChains()
              .size();
    }
    return begun;
  }

  @Test
  void shouldShowItAsExpiredWhenItsLifeIsOverAndNoTickHasCome() {
    ChainWorld chains = ChainWorld.with(ChainType.treasure_hunt);
    long end = chains.chain().getExpiresAt();

    assertThat(ChainView.active(chains.state(), end - 1)).hasSize(1);
    assertThat(ChainView.active(chains.state(), end)).isEmpty();
    assertThat(ChainView.active(chains.state(), START).get(0).atStep().successCondition().getTask())
        .isEqualTo(StepTask.visit);
  }

  @Test
  void shouldBeFoundAmongThoseThatEndedWhenItIsOver() {
    ChainWorld chains = ChainWorld.with(ChainType.rescue);
    String id = chains.chain().getChainId();
    chains.tick(7 * DAY);

    var history = chains.world.state(new ChainHistory(), Domain.WORLD_KEY);
    assertThat(ChainView.history(history, 10)).hasSize(1);
    assertThat(ChainView.ended(history, id)).isPresent();
  }
}
