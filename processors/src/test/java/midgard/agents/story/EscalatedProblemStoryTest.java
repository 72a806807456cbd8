package midgard.agents.story;

import static midgard.agents.story.Saga.ALICE;
import static midgard.agents.story.Saga.BOB;
import static midgard.agents.story.Saga.CAROL;
import static midgard.agents.story.Saga.FIELD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import midgard.agents.dynamicboss.DynamicBosses;
import midgard.schemas.Cause;
import midgard.schemas.action.GameAction;
import midgard.schemas.action.GiveReward;
import midgard.schemas.action.SpawnMonster;
import midgard.schemas.dynamicboss.Boss;
import midgard.schemas.dynamicboss.BossEncounter;
import midgard.schemas.dynamicboss.BossStatus;
import midgard.schemas.dynamicboss.DynamicBoss;
import midgard.schemas.dynamicboss.SpawnReason;
import midgard.schemas.event.MvpParticipant;
import midgard.schemas.eventchain.ChainType;
import midgard.schemas.eventchain.EventChain;
import midgard.schemas.problem.Problem;
import midgard.schemas.problem.ProblemStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Nobody comes to solve the day's problem, so something worse does. Alice and Bob bring it down,
 * Carol stands by.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EscalatedProblemStoryTest {
  private static final int CORRUPTED_TERROR = 1902;

  private final Saga saga = new Saga();
  private final Problem before;
  private final List<Boss> early;
  private final List<Boss> late;
  private final String fall;

  EscalatedProblemStoryTest() {
    Stream.of(ALICE, BOB, CAROL).forEach(saga::login);
    saga.killDemon(ALICE);
    saga.rest(120);
    before = Problem.newBuilder(saga.problem()).build();
    long lasts = before.getExpiresAt() - before.getCreatedAt();
    saga.until(before.getCreatedAt() + lasts * 3 / 4 - 60_000);
    early = List.copyOf(saga.state(DynamicBosses.STATE).getBosses());
    while (saga.state(DynamicBosses.STATE).getBosses().isEmpty()
        && saga.now() < before.getExpiresAt()) {
      saga.until(saga.now() + 60_000);
    }
    late = List.copyOf(saga.state(DynamicBosses.STATE).getBosses());
    fall =
        saga.killBoss(
                CORRUPTED_TERROR,
                List.of(
                    new MvpParticipant(ALICE, 7500L, 0),
                    new MvpParticipant(BOB, 2500L, 1),
                    new MvpParticipant(CAROL, 0L, 0)))
            .getEventId();
    saga.rest(30);
  }

  private List<GiveReward> paid(String key) {
    return saga.world.actions().stream()
        .filter(action -> action.getIdempotencyKey().startsWith(key + ":player:"))
        .map(GameAction::getPayload)
        .map(GiveReward.class::cast)
        .toList();
  }

  private String bossId() {
    return late.get(0).getBossId();
  }

  @Test
  void shouldSendABossInTheLastQuarterWhenNobodyCame() {
    assertThat(saga.world.failures()).isEmpty();
    assertThat(early).isEmpty();
    assertThat(late)
        .singleElement()
        .satisfies(
            boss -> {
              assertThat(boss.getSpawnReason()).isEqualTo(SpawnReason.problem_escalation);
              assertThat(boss.getSpawnMap()).isEqualTo(FIELD);
              assertThat(boss.getSourceId()).isEqualTo(before.getProblemId());
            });
    assertThat(saga.world.actions(SpawnMonster.class))
        .filteredOn(spawn -> spawn.getMonsterId() == CORRUPTED_TERROR)
        .hasSize(1);
  }

  @Test
  void shouldPayEachByWhatHeDidOnceWhenTheBossFalls() {
    // Difficulty 5, two players: 50,000 experience and 20,000 zeny, three to one.
    List<GiveReward> paid = paid("boss:" + bossId());

    assertThat(paid).extracting(GiveReward::getPlayerId).containsExactly(ALICE, BOB);
    assertThat(paid).extracting(GiveReward::getBaseExp).containsExactly(37_500L, 12_500L);
    assertThat(paid).extracting(GiveReward::getZeny).containsExactly(15_000L, 5_000L);
    assertThat(saga.world.changes(BossEncounter.class))
        .filteredOn(row -> row.getRewardsEarned() != null)
        .extracting(BossEncounter::getPlayerId)
        .containsExactly(ALICE, BOB);
  }

  @Test
  void shouldWriteTheBossDownAsDefeatedWhenItFell() {
    assertThat(saga.world.changes(DynamicBoss.class))
        .last()
        .extracting(DynamicBoss::getBossId, DynamicBoss::getStatus)
        .containsExactly(bossId(), BossStatus.defeated);
    assertThat(saga.state(DynamicBosses.STATE).getBosses()).isEmpty();
  }

  @Test
  void shouldSolveTheProblemForAllWhoFoughtWhenItsBossFalls() {
    assertThat(saga.problem().getProblemId()).isEqualTo(before.getProblemId());
    assertThat(saga.problem().getStatus()).isEqualTo(ProblemStatus.completed);
    assertThat(paid("problem:" + before.getProblemId()))
        .extracting(GiveReward::getPlayerId)
        .containsExactly(ALICE, BOB);
  }

  @Test
  void shouldOpenAWarOfFactionsWhenTheChampionFell() {
    assertThat(saga.chains(ChainType.faction_war))
        .singleElement()
        .satisfies(
            chain ->
                assertThat(chain.getTriggerCondition().getReason())
                    .isEqualTo("Defeated: Corrupted Terror"));
  }

  @Test
  void shouldLeadBackToTheFallWhenTheCausesOfTheWarAreFollowed() {
    Cause cause =
        saga.changes(EventChain.class).stream()
            .filter(c -> ((EventChain) c.getBody()).getChainType() == ChainType.faction_war)
            .findFirst()
            .orElseThrow()
            .getCause();

    assertThat(cause.getEventId()).isEqualTo(fall);
    assertThat(saga.trail(cause))
        .extracting(Saga.Hop::what)
        .containsExactly("world Deed", "world BossFought", "map Tick", "map MvpKill");
  }
}
