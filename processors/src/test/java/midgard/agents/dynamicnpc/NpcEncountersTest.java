package midgard.agents.dynamicnpc;

import static midgard.agents.dynamicnpc.NpcWorld.LEAVES;
import static midgard.agents.dynamicnpc.NpcWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import midgard.agent.Events;
import midgard.schemas.Domain;
import midgard.schemas.action.CreateQuest;
import midgard.schemas.action.GiveReward;
import midgard.schemas.dynamicnpc.DynamicNpc;
import midgard.schemas.dynamicnpc.NpcInteractionRow;
import midgard.schemas.dynamicnpc.NpcStatus;
import midgard.schemas.dynamicnpc.NpcType;
import midgard.schemas.dynamicnpc.Wanderer;
import midgard.schemas.event.Interaction;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.reputation.ReputationKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NpcEncountersTest {
  private static final long PLAYER = 150001;

  @Test
  void shouldGive50ExplorerReputationToEachPlayerOnceWhenTheyFindAWanderer() {
    NpcWorld npcs = NpcWorld.fresh();
    Wanderer npc = npcs.npcs().get(0);
    npcs.turnTo(npc, Interaction.talk, PLAYER).turnTo(npc, Interaction.talk, PLAYER);
    npcs.turnTo(npc, Interaction.gift, PLAYER + 1);

    assertThat(npcs.world.signals(ReputationGain.class))
        .containsOnly(
            new ReputationGain(ReputationKind.explorer, 50, "wandering NPC found", npc.getNpcId()))
        .hasSize(2);
  }

  @Test
  void shouldBeMetByItsIdOrItsNameButOnlyOnItsMapWhenTheGameReportsIt() {
    NpcWorld npcs = NpcWorld.fresh();
    Wanderer npc = npcs.npcs().get(0);
    npcs.event(PLAYER, npc.getSpawnMap(), NpcWorld.interaction(npc.getNpcId(), Interaction.talk));
    npcs.event(PLAYER, "prontera", NpcWorld.interaction(npc.getNpcName(), Interaction.talk));

    assertThat(npcs.world.changes(NpcInteractionRow.class)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(NpcType.class)
  void shouldPayOnceWhenTheObjectivesAreMetAndThePlayerComesBackOften(NpcType type) {
    NpcWorld npcs = NpcWorld.with(type);
    Wanderer npc = npcs.npc(type);
    npcs.quest(npc, PLAYER).quest(npc, PLAYER);
    assertThat(npcs.world.actions(GiveReward.class)).isEmpty();
    npcs.fulfil(npc, PLAYER);

    npcs.quest(npc, PLAYER).quest(npc, PLAYER).quest(npc, PLAYER);

    assertThat(npcs.world.actions(CreateQuest.class))
        .extracting(CreateQuest::getQuestId)
        .containsExactly(7101 + type.ordinal());
    assertThat(npcs.world.actions(GiveReward.class)).hasSize(1);
    GiveReward reward = npcs.world.actions(GiveReward.class).get(0);
    assertThat(reward.getBaseExp()).isEqualTo(npc.getRewardData().getExp());
    assertThat(reward.getZeny()).isEqualTo(npc.getRewardData().getZeny());
    assertThat(reward.getItems()).contains(npc.getRewardData().getItems().get(0));
    assertThat(npcs.world.changes(NpcInteractionRow.class))
        .filteredOn(row -> row.getRewardGiven() != null)
        .hasSize(1);
  }

  @Test
  void shouldPayNothingWhenWhatWasDoneCameBeforeTheQuest() {
    NpcWorld npcs = NpcWorld.fresh();
    Wanderer npc = npcs.npcs().get(0);
    npcs.fulfil(npc, PLAYER).quest(npc, PLAYER).quest(npc, PLAYER);

    assertThat(npcs.world.actions(GiveReward.class)).isEmpty();
  }

  @Test
  void shouldPayEachPlayerWhenSeveralFinishTheSameQuest() {
    NpcWorld npcs = NpcWorld.fresh();
    Wanderer npc = npcs.npcs().get(0);
    for (long player = PLAYER; player < PLAYER + 3; player++) {
      npcs.quest(npc, player).fulfil(npc, player).quest(npc, player);
    }
    npcs.world.tick(START + 1000);
    npcs.world.tick(START + 11_000);

    assertThat(npcs.world.actions(GiveReward.class))
        .extracting(GiveReward::getPlayerId)
        .containsExactly(PLAYER, PLAYER + 1, PLAYER + 2);
    assertThat(npcs.npcs().get(0).getInteractionCount()).isEqualTo(6);
    assertThat(npcs.world.changes(DynamicNpc.class))
        .last()
        .extracting(DynamicNpc::getInteractionCount)
        .isEqualTo(6L);
  }

  @Test
  void shouldBeCompletedWhenSomebodyFinishedItsQuestAndItLeaves() {
    NpcWorld npcs = NpcWorld.fresh();
    Wanderer npc = npcs.npcs().get(0);
    npcs.quest(npc, PLAYER).fulfil(npc, PLAYER).quest(npc, PLAYER);
    npcs.world.tick(START + 1000);

    npcs.world.tick(LEAVES);

    assertThat(npcs.npcs())
        .extracting(Wanderer::getStatus)
        .containsExactly(NpcStatus.completed, NpcStatus.despawned, NpcStatus.despawned);
  }

  @Test
  void shouldKeepTheLastTenLinesWhenAPlayerTalksMuch() {
    NpcWorld npcs = NpcWorld.fresh();
    Wanderer npc = npcs.npcs().get(0);
    for (int i = 0; i < 30; i++) {
      npcs.turnTo(npc, Interaction.talk, PLAYER);
    }

    assertThat(npcs.world.changes(NpcInteractionRow.class))
        .last()
        .satisfies(row -> assertThat(row.getDialogueHistory()).hasSize(10));
  }

  @Test
  void shouldNotAnswerWhenItHasLeftAtThatInstant() {
    NpcWorld npcs = NpcWorld.fresh();
    Wanderer npc = npcs.npcs().get(0);
    npcs.world.event(
        Domain.PLAYER,
        Long.toString(PLAYER),
        Events.event(
            LEAVES,
            PLAYER,
            npc.getSpawnMap(),
            NpcWorld.interaction(npc.getNpcName(), Interaction.talk)));

    assertThat(npcs.world.changes(NpcInteractionRow.class)).isEmpty();
  }

  @Test
  void shouldKeepNothingOfAPlayerWhenTheWanderersAreLongGone() {
    NpcWorld npcs = NpcWorld.fresh();
    npcs.turnTo(npcs.npcs().get(0), Interaction.talk, PLAYER);
    npcs.world.tickTo(LEAVES + 86_400_000, 3_600_000);

    assertThat(npcs.world.dump())
        .noneMatch(line -> line.startsWith(Domain.PLAYER + " dynamic_npc-player " + PLAYER));
  }
}
