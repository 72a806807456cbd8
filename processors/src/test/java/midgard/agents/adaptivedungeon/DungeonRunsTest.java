package midgard.agents.adaptivedungeon;

import static midgard.agents.adaptivedungeon.DungeonWorld.PARTY;
import static midgard.agents.adaptivedungeon.DungeonWorld.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.action.GiveReward;
import midgard.schemas.action.StartInstance;
import midgard.schemas.adaptivedungeon.DungeonCompletion;
import midgard.schemas.adaptivedungeon.DungeonInstance;
import midgard.schemas.adaptivedungeon.DungeonRun;
import midgard.schemas.adaptivedungeon.DungeonStatus;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.storyline.Deed;
import org.junit.jupiter.api.Test;

class DungeonRunsTest {
  private static final long HOUR = 3_600_000;

  private static DungeonRun run(DungeonWorld dungeons) {
    return dungeons.state().getRuns().get(0);
  }

  private static void clearAll(DungeonWorld dungeons, long seconds) {
    for (int floor = 1; floor <= dungeons.dungeon().getFloorCount(); floor++) {
      dungeons.clear(seconds, 150001, floor);
    }
  }

  @Test
  void shouldStartOneInstanceWhenAPartyAsksTheDungeonMaster() {
    DungeonWorld dungeons = new DungeonWorld();
    dungeons.ask(1, 150001, PARTY);
    dungeons.ask(2, 150002, PARTY);
    dungeons.ask(30, 150002, PARTY);
    dungeons.ask(31, 150003, null);

    StartInstance start = dungeons.world.actions(StartInstance.class).get(0);
    assertThat(dungeons.world.actions(StartInstance.class)).hasSize(1);
    assertThat(start.getPartyId()).isEqualTo(PARTY);
    assertThat(start.getFloors()).isEqualTo(dungeons.dungeon().getFloorCount());
    assertThat(start.getMinutes()).isEqualTo(60);
  }

  @Test
  void shouldPayEveryoneOnceWhenAllFloorsAreClearedInLessThanHalfOfTheTime() {
    DungeonWorld dungeons = DungeonWorld.entered();
    clearAll(dungeons, 1000);
    clearAll(dungeons, 1001);
    dungeons.enter(1002, 150001);
    clearAll(dungeons, 1003);

    int floors = dungeons.dungeon().getFloorCount();
    int tokens = (int) Math.floor(floors * 100 * 1.5 / Math.sqrt(2));
    assertThat(dungeons.world.actions(GiveReward.class))
        .extracting(
            GiveReward::getPlayerId,
            GiveReward::getBaseExp,
            reward -> reward.getItems().get(0).getAmount())
        .containsExactly(
            tuple(150001L, floors * 15_000L, tokens), tuple(150002L, floors * 15_000L, tokens));
    assertThat(dungeons.world.signals(ReputationGain.class))
        .extracting(ReputationGain::getAmount)
        .containsExactly(floors * 50, floors * 50);
    assertThat(dungeons.world.signals(Deed.class)).hasSize(1);
    assertThat(dungeons.state().getRuns()).isEmpty();
    assertThat(DungeonView.leaderboard(dungeons.state(), 10))
        .singleElement()
        .satisfies(rank -> assertThat(rank.timeTaken()).isEqualTo(990.0));
  }

  @Test
  void shouldPayForTheFloorsWithoutBonusWhenTheTimeIsOver() {
    DungeonWorld dungeons = DungeonWorld.entered();
    dungeons.clear(60, 150001, 1);
    dungeons.clear(90, 150002, 2);
    dungeons.world.tick(START + 10_000 + HOUR);
    assertThat(dungeons.state().getRuns()).hasSize(1);

    dungeons.clear(3611, 150001, 3);
    dungeons.world.tick(START + 15_000 + HOUR);

    assertThat(dungeons.world.changes(DungeonCompletion.class))
        .extracting(
            DungeonCompletion::getPlayerId,
            DungeonCompletion::getFloorsCleared,
            row -> row.getRewardsEarned().getTokens())
        .containsExactly(tuple(150001L, 2, 141), tuple(150002L, 2, 141));
    assertThat(dungeons.world.changes(DungeonInstance.class))
        .last()
        .extracting(DungeonInstance::getStatus)
        .isEqualTo(DungeonStatus.expired);
    assertThat(dungeons.state().getRanks()).isEmpty();
  }

  @Test
  void shouldPayOnlyTheFloorsThatFellWhileSomebodyWasInside() {
    DungeonWorld dungeons = DungeonWorld.entered();
    dungeons.clear(60, 150001, 1);
    dungeons.leave(61, 150002);
    clearAll(dungeons, 100);

    int floors = dungeons.dungeon().getFloorCount();
    assertThat(dungeons.world.changes(DungeonCompletion.class))
        .extracting(DungeonCompletion::getPlayerId, DungeonCompletion::getFloorsCleared)
        .containsExactly(tuple(150001L, floors), tuple(150002L, 1));
  }

  @Test
  void shouldCountNoFloorWhenOnlyOneHasEntered() {
    DungeonWorld dungeons = new DungeonWorld();
    dungeons.ask(1, 150001, PARTY);
    dungeons.enter(10, 150001);
    dungeons.clear(60, 150001, 1);

    assertThat(run(dungeons).getFloors()).isZero();
  }

  @Test
  void shouldTakeInTwelveWhenMoreEnter() {
    DungeonWorld dungeons = DungeonWorld.entered();
    for (long player = 150003; player < 150020; player++) {
      dungeons.enter(11, player);
    }

    assertThat(run(dungeons).getRunners()).hasSize(12);
  }

  @Test
  void shouldCountTheNextFloorOnceWhenReportsHaveNoNumber() {
    DungeonWorld dungeons = DungeonWorld.entered();
    dungeons.clear(60, 150001, null);
    dungeons.clear(60, 150002, null);
    dungeons.clear(90, 150001, null);

    assertThat(run(dungeons).getFloors()).isEqualTo(0b11);
  }

  @Test
  void shouldEndAfterFiveMinutesWhenEverybodyHasLeft() {
    DungeonWorld dungeons = DungeonWorld.entered();
    dungeons.clear(60, 150001, 1);
    dungeons.leave(70, 150001);
    dungeons.leave(70, 150002);
    dungeons.enter(100, 150001);
    dungeons.leave(110, 150001);
    dungeons.world.tick(START + 380_000);
    assertThat(dungeons.state().getRuns()).hasSize(1);

    dungeons.world.tick(START + 410_000);

    assertThat(dungeons.state().getRuns()).isEmpty();
    assertThat(dungeons.world.actions(GiveReward.class)).hasSize(2);
  }

  @Test
  void shouldForgetTheRunWhenTheGameCouldNotOpenIt() {
    DungeonWorld dungeons = new DungeonWorld();
    dungeons.ask(1, 150001, PARTY);
    dungeons.world.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        START + 5000,
        new ActionResult(
            DungeonEffects.startKey(run(dungeons)), ActionOutcome.failed, "no free instance"));

    assertThat(dungeons.state().getRuns()).isEmpty();
    dungeons.ask(60, 150001, PARTY);
    assertThat(dungeons.world.actions(StartInstance.class)).hasSize(2);
  }

  @Test
  void shouldNotMindOtherInstancesOfTheGame() {
    DungeonWorld dungeons = new DungeonWorld();
    dungeons.enter(10, 150001, 150002);
    dungeons.clear(20, 150001, 1);

    assertThat(dungeons.state().getRuns()).isEmpty();
    assertThat(dungeons.world.actions(GiveReward.class)).isEmpty();
  }
}
