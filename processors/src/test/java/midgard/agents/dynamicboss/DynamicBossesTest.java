package midgard.agents.dynamicboss;

import static midgard.agents.dynamicboss.BossWorld.EVALUATION;
import static midgard.agents.dynamicboss.BossWorld.MAP;
import static midgard.agents.dynamicboss.BossWorld.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import midgard.agent.World;
import midgard.agents.problem.DailyProblem;
import midgard.agents.problem.ProblemRewards;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.BroadcastMessage;
import midgard.schemas.action.GameAction;
import midgard.schemas.action.GiveReward;
import midgard.schemas.action.SetMapFlag;
import midgard.schemas.action.SpawnMonster;
import midgard.schemas.dynamicboss.Boss;
import midgard.schemas.dynamicboss.BossDefeated;
import midgard.schemas.dynamicboss.BossEncounter;
import midgard.schemas.dynamicboss.BossEnd;
import midgard.schemas.dynamicboss.BossSpawnHistory;
import midgard.schemas.dynamicboss.BossStatus;
import midgard.schemas.dynamicboss.DynamicBoss;
import midgard.schemas.dynamicboss.FactionChampionCalled;
import midgard.schemas.dynamicboss.SpawnReason;
import midgard.schemas.event.MvpParticipant;
import midgard.schemas.problem.Problem;
import midgard.schemas.problem.ProblemState;
import midgard.schemas.problem.ProblemStatus;
import midgard.schemas.problem.ProblemType;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedOutcome;
import org.junit.jupiter.api.Test;

class DynamicBossesTest {

  private static void last(World world, BossEnd end) {
    assertThat(world.changes(DynamicBoss.class))
        .last()
        .satisfies(row -> assertThat(row.getEndReason()).isEqualTo(end));
  }

  @Test
  void shouldComeWithItsRatesWhenAMapIsFarmed() {
    BossWorld bosses = BossWorld.withBoss();

    Boss boss = bosses.boss();
    assertThat(boss.getSpawnReason()).isEqualTo(SpawnReason.anti_farm);
    assertThat(boss.getModifierMilli()).isEqualTo(1200);
    assertThat(boss.getLevel()).isEqualTo(50);
    assertThat(boss.getScaledStats().getHp()).isEqualTo(2_790_000);
    assertThat(boss.getSpawnX()).isBetween(50, 349);
    assertThat(bosses.world.actions(SpawnMonster.class))
        .extracting(SpawnMonster::getMap, SpawnMonster::getMonsterId, SpawnMonster::getAmount)
        .containsExactly(tuple(MAP, 1900, 1));
    assertThat(bosses.world.actions(SetMapFlag.class))
        .contains(
            new SetMapFlag(MAP, "boss_hp_rate", 5580), new SetMapFlag(MAP, "boss_present", 1000));
    assertThat(bosses.world.actions(BroadcastMessage.class)).hasSize(1);
  }

  @Test
  void shouldNotComeWhenKillsAreNotMoreThanAHundredOrTheMapIsATown() {
    BossWorld quiet = new BossWorld().kills(MAP, 100);
    quiet.tick(0);
    BossWorld town = new BossWorld().kills("prontera", 500);
    town.tick(0);

    assertThat(quiet.state().getBosses()).isEmpty();
    assertThat(town.state().getBosses()).isEmpty();
  }

  @Test
  void shouldNotComeTwiceWithinAnHourWhenTheSameMapIsFarmed() {
    BossWorld bosses = new BossWorld().kills(MAP, 300);
    bosses.tick(0);
    bosses.world.tickTo(EVALUATION + 59 * MINUTE, MINUTE);
    assertThat(bosses.world.actions(SpawnMonster.class)).hasSize(1);

    bosses.tick(60 * MINUTE);

    assertThat(bosses.world.actions(SpawnMonster.class)).hasSize(2);
  }

  @Test
  void shouldBeThreeAtMostAndOneOnAMapWhenManyAreCalled() {
    BossWorld bosses = new BossWorld();
    bosses.world.tick(BossWorld.START);
    bosses.guard("t1", MAP);
    bosses.guard("t2", MAP);
    bosses.guard("t3", "pay_fild01");
    bosses.guard("t3", "pay_fild02");
    bosses.guard("t4", "moc_fild01");
    bosses.guard("t5", "gef_fild07");

    assertThat(bosses.state().getBosses())
        .extracting(Boss::getSpawnMap)
        .containsExactly(MAP, "pay_fild01", "moc_fild01");
  }

  @Test
  void shouldSendAChampionOnceWhenAFactionIsStrongEnough() {
    BossWorld bosses = new BossWorld();
    bosses.world.tick(BossWorld.START);
    for (int score : new int[] {2999, 3000, 3100}) {
      bosses.world.signal(
          Domain.WORLD,
          Domain.WORLD_KEY,
          EVALUATION,
          new FactionChampionCalled("call-1", "shadow_cult", "Shadow Cult", score, ""));
    }

    assertThat(bosses.state().getBosses())
        .singleElement()
        .satisfies(
            boss -> {
              assertThat(boss.getSpawnReason()).isEqualTo(SpawnReason.faction_champion);
              assertThat(boss.getSourceId()).isEqualTo("shadow_cult");
            });
  }

  @Test
  void shouldEscalateOnceWhenTheProblemStandsNearlyUnsolvedInItsLastQuarter() {
    BossWorld bosses = new BossWorld();
    ProblemState state = DailyProblem.STATE.initial();
    long begin = World.at("2026-11-22T00:00:00Z");
    state.setCurrent(
        new Problem(
            "problem-1",
            ProblemType.pollution,
            "Pollution",
            "",
            MAP,
            null,
            ProblemRewards.of(3, 50, 10),
            3,
            ProblemStatus.active,
            begin,
            begin + 16 * 60 * MINUTE,
            null,
            60L,
            29L));
    bosses.world.put(DailyProblem.STATE, Domain.WORLD_KEY, state);
    bosses.world.tick(begin + 12 * 60 * MINUTE - 15 * MINUTE);
    assertThat(bosses.state().getBosses()).isEmpty();

    bosses.world.tickTo(begin + 14 * 60 * MINUTE, 15 * MINUTE);

    assertThat(bosses.world.changes(BossSpawnHistory.class))
        .extracting(BossSpawnHistory::getSpawnReason)
        .containsOnly(SpawnReason.problem_escalation);
    assertThat(bosses.world.actions(SpawnMonster.class)).hasSize(1);
  }

  @Test
  void shouldBeCancelledWhenTheGameCouldNotBringIt() {
    BossWorld bosses = new BossWorld().kills(MAP, 200);
    bosses.tick(0);
    bosses.result(ActionOutcome.failed);

    assertThat(bosses.state().getBosses()).isEmpty();
    last(bosses.world, BossEnd.not_spawned);
    assertThat(bosses.world.actions(BroadcastMessage.class)).isEmpty();
    assertThat(bosses.world.signals(Deed.class)).isEmpty();
  }

  @Test
  void shouldLeaveAfterTenMinutesWhenNobodyFights() {
    BossWorld bosses = BossWorld.withBoss();
    bosses.tick(10 * MINUTE - 1);
    assertThat(bosses.state().getBosses()).hasSize(1);

    bosses.tick(10 * MINUTE);

    assertThat(bosses.state().getBosses()).isEmpty();
    last(bosses.world, BossEnd.no_combat);
    assertThat(bosses.world.actions(SetMapFlag.class))
        .contains(new SetMapFlag(MAP, "boss_present", 0));
  }

  @Test
  void shouldStayThirtyMinutesWhenItIsFoughtAndCountTheWipe() {
    BossWorld bosses = BossWorld.withBoss();
    for (int minute = 5; minute < 30; minute += 5) {
      bosses.death(minute * MINUTE, 150001);
      bosses.tick(minute * MINUTE + 5000);
    }
    assertThat(bosses.state().getBosses()).hasSize(1);

    bosses.tick(30 * MINUTE);

    last(bosses.world, BossEnd.timeout);
    assertThat(bosses.state().getWipes())
        .singleElement()
        .satisfies(wipes -> assertThat(wipes.getCount()).isEqualTo(1));
    assertThat(bosses.world.changes(BossEncounter.class))
        .extracting(BossEncounter::getDeaths, BossEncounter::getRewardsEarned)
        .containsExactly(tuple(5, null));
    assertThat(bosses.world.signals(Deed.class))
        .extracting(Deed::getOutcome)
        .containsExactly(DeedOutcome.failure);
  }

  @Test
  void shouldPayByDamageOnceWhenItIsDefeated() {
    BossWorld bosses = BossWorld.withBoss();
    bosses.kill(5 * MINUTE, 150002, 1900, 10);
    bosses.mvp(
        5 * MINUTE,
        150002,
        new MvpParticipant(150001L, 750L, 1),
        new MvpParticipant(150002L, 250L, 0),
        new MvpParticipant(150003L, 0L, 2));
    bosses.tick(5 * MINUTE + 1000);
    bosses.mvp(5 * MINUTE, 150002, new MvpParticipant(150009L, 999L, 0));
    bosses.tick(5 * MINUTE + 10_000);

    // Difficulty 3 × 1.2 = 3, two are paid: 30,000 experience and 12,000 zeny.
    assertThat(bosses.world.actions(GiveReward.class))
        .extracting(GiveReward::getPlayerId, GiveReward::getBaseExp, GiveReward::getZeny)
        .containsExactly(tuple(150001L, 22_500L, 9_000L), tuple(150002L, 7_500L, 3_000L));
    assertThat(bosses.world.changes(BossEncounter.class))
        .extracting(BossEncounter::getPlayerId, BossEncounter::getTimeParticipated)
        .containsExactlyInAnyOrder(tuple(150001L, 90), tuple(150002L, 90), tuple(150003L, 90));
    assertThat(bosses.world.signals(ReputationGain.class))
        .hasSize(2)
        .allSatisfy(gain -> assertThat(gain.getAmount()).isEqualTo(60));
    assertThat(bosses.world.changes(BossSpawnHistory.class))
        .last()
        .satisfies(
            row -> {
              assertThat(row.getWasDefeated()).isTrue();
              assertThat(row.getTimeToDefeat()).isEqualTo(300);
              assertThat(row.getParticipantsCount()).isEqualTo(3);
            });
    assertThat(bosses.world.signals(BossDefeated.class))
        .hasSize(3)
        .allSatisfy(
            defeat ->
                assertThat(defeat.getParticipants())
                    .extracting(share -> share.getShareMilli())
                    .containsExactly(750, 250));
    assertThat(bosses.world.actions())
        .extracting(GameAction::getIdempotencyKey)
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldPayTheKillerWhenNoMvpKillFollows() {
    BossWorld bosses = BossWorld.withBoss();
    bosses.kill(5 * MINUTE, 150002, 1900, 0);
    bosses.tick(5 * MINUTE + 1000);
    bosses.tick(5 * MINUTE + 10_000);

    assertThat(bosses.world.actions(GiveReward.class))
        .extracting(GiveReward::getPlayerId, GiveReward::getBaseExp)
        .containsExactly(tuple(150002L, 15_000L));
    assertThat(bosses.world.changes(DynamicBoss.class))
        .last()
        .satisfies(row -> assertThat(row.getStatus()).isEqualTo(BossStatus.defeated));
  }

  @Test
  void shouldBeDefeatedWhenItFallsInItsLastSecond() {
    BossWorld bosses = BossWorld.withBoss();
    bosses.death(8 * MINUTE, 150001);
    bosses.tick(8 * MINUTE + 5000);
    bosses.death(17 * MINUTE, 150001);
    bosses.tick(17 * MINUTE + 5000);
    bosses.death(26 * MINUTE, 150001);
    bosses.tick(26 * MINUTE + 5000);
    bosses.kill(30 * MINUTE - 1, 150002, 1900, 10);
    bosses.tick(30 * MINUTE);
    bosses.tick(30 * MINUTE + 20_000);

    last(bosses.world, BossEnd.defeated);
    assertThat(bosses.world.state(new BossMap(), MAP).getBossId()).isEmpty();
  }

  @Test
  void shouldPayNobodyWhenAnotherMonsterFallsOrItFallsElsewhere() {
    BossWorld bosses = BossWorld.withBoss();
    bosses.kill(MINUTE, 150001, 1002, 10);
    bosses.tick(MINUTE + 10_000);

    assertThat(bosses.state().getBosses()).hasSize(1);
    assertThat(bosses.world.actions(GiveReward.class)).isEmpty();
  }
}
