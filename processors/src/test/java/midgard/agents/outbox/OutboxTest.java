package midgard.agents.outbox;

import static midgard.agents.outbox.OutboxWorld.START;
import static midgard.agents.outbox.OutboxWorld.reward;
import static midgard.agents.outbox.OutboxWorld.spawn;
import static org.assertj.core.api.Assertions.assertThat;

import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.outbox.ActionStatus;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final long LEASE = OutboxRules.LEASE.toMillis();

  private final OutboxWorld outbox = new OutboxWorld();

  @Test
  void shouldWaitForAGameServerWhenAnAgentAsks() {
    outbox.wish(spawn("a"));

    assertThat(outbox.state("a").getStatus()).isEqualTo(ActionStatus.waiting);
    assertThat(outbox.lastRow().getActionType()).isEqualTo("spawn_monster");
  }

  @Test
  void shouldBeHandedOutToOneWhenTwoServersAskForIt() {
    outbox.wish(spawn("a")).lease("a", "first").lease("a", "second");

    assertThat(outbox.state("a").getLeaseId()).isEqualTo("first");
  }

  @Test
  void shouldTellTheAgentThatAskedWhenItIsDone() {
    outbox.wish(spawn("a")).lease("a", "1").report("a", true);

    assertThat(outbox.results())
        .containsExactly(new ActionResult("a", ActionOutcome.completed, ""));
  }

  @Test
  void shouldChangeNothingWhenDoneIsReportedAgain() {
    outbox.wish(spawn("a")).lease("a", "1").report("a", true).report("a", true).report("a", false);

    assertThat(outbox.results()).hasSize(1);
  }

  @Test
  void shouldBeHandedOutAgainWhenItsLeaseEndsWithoutAWord() {
    outbox.wish(spawn("a")).lease("a", "1").world.tick(START + LEASE);

    assertThat(outbox.state("a").getStatus()).isEqualTo(ActionStatus.waiting);
  }

  @Test
  void shouldStillBeLeasedWhenTheLeaseHasAMillisecondLeft() {
    outbox.wish(spawn("a")).lease("a", "1").world.tick(START + LEASE - 1);

    assertThat(outbox.state("a").getStatus()).isEqualTo(ActionStatus.leased);
  }

  @Test
  void shouldNeverBeHandedOutAgainWhenARewardsLeaseEndsWithoutAWord() {
    outbox.wish(reward("r", 150001, 100)).lease("r", "1").world.tick(START + LEASE);

    outbox.lease("r", "2");

    assertThat(outbox.state("r").getStatus()).isEqualTo(ActionStatus.unconfirmed);
  }

  @Test
  void shouldBeHandedOutAgainWhenTheServerSaysThatARewardWasNotPaid() {
    outbox.wish(reward("r", 150001, 100)).lease("r", "1").world.tick(START + LEASE);

    outbox.report("r", false).lease("r", "2");

    assertThat(outbox.state("r").getLeaseId()).isEqualTo("2");
  }

  @Test
  void shouldFailWhenThreeTriesFail() {
    outbox.wish(spawn("a"));
    for (int attempt = 1; attempt <= 3; attempt++) {
      outbox.lease("a", "lease" + attempt).report("a", false);
    }

    assertThat(outbox.results())
        .containsExactly(new ActionResult("a", ActionOutcome.failed, "No."));
  }

  @Test
  void shouldExpireWhenNobodyTakesItInTime() {
    outbox.wish(spawn("a")).world.tick(START + OutboxWorld.DAY);

    assertThat(outbox.results())
        .extracting(ActionResult::getOutcome)
        .containsExactly(ActionOutcome.expired);
  }

  @Test
  void shouldNotBeHandedOutWhenItHasExpired() {
    outbox.wish(spawn("a")).world.tick(START + OutboxWorld.DAY);

    outbox.lease("a", "late");

    assertThat(outbox.state("a").getLeaseId()).isEmpty();
  }

  @Test
  void shouldBeCarriedOutOnceWhenTheSameIsAskedForAgain() {
    outbox.wish(spawn("a")).wish(spawn("a")).lease("a", "1").report("a", true);

    outbox.wish(spawn("a")).lease("a", "2");

    assertThat(outbox.lastRow().getTries()).isEqualTo(1);
  }

  @Test
  void shouldStillBeKnownWhenItsEndIsFiledAndTheSameIsAskedForAgain() {
    outbox.wish(spawn("a")).lease("a", "1").report("a", true).world.tick(START + 3_600_000);

    outbox.wish(spawn("a")).lease("a", "2");

    assertThat(outbox.state("a").getAction()).isNull();
    assertThat(outbox.results()).hasSize(2);
  }

  @Test
  void shouldBeForgottenWhenThirtyDaysHavePassed() {
    outbox.wish(spawn("a")).lease("a", "1").report("a", true).world.tick(START + 3_600_000);

    outbox.world.tick(START + 31 * OutboxWorld.DAY);

    assertThat(outbox.world.dump()).noneMatch(line -> line.startsWith("WORLD outbox-ended a"));
  }

  @Test
  void shouldHandNothingOutWhenTheEmergencyStopIsOn() {
    outbox.wish(spawn("a")).stop(true).lease("a", "1");

    assertThat(outbox.state("a").getStatus()).isEqualTo(ActionStatus.waiting);
  }

  @Test
  void shouldGoOnWhenTheEmergencyStopIsTakenBack() {
    outbox.wish(spawn("a")).stop(true).stop(false).lease("a", "1");

    assertThat(outbox.state("a").getStatus()).isEqualTo(ActionStatus.leased);
  }

  @Test
  void shouldRefuseWhenTheHourIsFull() {
    OutboxWorld small = new OutboxWorld(limited(10, 10, 2));
    small.wish(spawn("a")).wish(spawn("b")).wish(spawn("c"));

    assertThat(small.results())
        .extracting(ActionResult::getIdempotencyKey, ActionResult::getOutcome)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("c", ActionOutcome.refused));
  }

  @Test
  void shouldTakeMoreWhenTheNextHourBegins() {
    OutboxWorld small = new OutboxWorld(limited(10, 10, 1));
    small.wish(spawn("a")).world.tick(START + 3_600_000);

    small.wish(spawn("b"));

    assertThat(small.results()).isEmpty();
  }

  @Test
  void shouldRefuseWhenAPlayersHourIsFull() {
    OutboxWorld small = new OutboxWorld(limited(1, 1_000, 10));
    small.wish(reward("a", 7, 1)).wish(reward("b", 7, 1)).wish(reward("c", 8, 1));

    assertThat(small.results())
        .extracting(ActionResult::getIdempotencyKey, ActionResult::getOutcome)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("b", ActionOutcome.refused));
  }

  @Test
  void shouldRefuseWhenARewardHoldsMoreZenyThanTheHourMayBring() {
    OutboxWorld small = new OutboxWorld(limited(10, 1_000, 10));

    small.wish(reward("a", 7, 1_001));

    assertThat(small.lastRow().getStatus()).isEqualTo(ActionStatus.refused);
  }

  private static java.util.List<midgard.agent.Agent<?>> limited(
      int rewards, long zeny, long actions) {
    OutboxRules rules = new OutboxRules(rewards, zeny, actions);
    return java.util.List.of(new PlayerLimits(rules), new Outbox(rules), new EndedActions());
  }
}
