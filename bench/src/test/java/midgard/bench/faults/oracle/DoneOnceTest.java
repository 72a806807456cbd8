package midgard.bench.faults.oracle;

import static midgard.bench.faults.oracle.EvidenceBuilder.logged;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import midgard.schemas.Cause;
import midgard.schemas.change.Change;
import midgard.schemas.outbox.ActionStatus;
import midgard.schemas.outbox.GameActionRow;
import org.junit.jupiter.api.Test;

class DoneOnceTest {
  private final DoneOnce oracle = new DoneOnce();
  private final EvidenceBuilder evidence = EvidenceBuilder.flawless();

  private void row(String type, ActionStatus status) {
    GameActionRow row =
        new GameActionRow(
            "reward-1",
            "action-1",
            type,
            "problem-world",
            "normal",
            null,
            null,
            null,
            status,
            1,
            "",
            Instant.EPOCH,
            Instant.EPOCH,
            null);
    Cause cause = new Cause("inbox.world", 0, 0L, "boot-1");
    evidence.changes.add(
        logged(
            "world.changes",
            evidence.changes.size(),
            "world/reward-1",
            new Change("outbox", "world", "reward-1", 1L, cause, row)));
  }

  @Test
  void shouldFindNothingWhenARewardWasPaidOnce() {
    row("give_reward", ActionStatus.completed);
    evidence.journal.put("reward-1", 1);

    assertThat(oracle.judge(evidence.build())).isEmpty();
  }

  @Test
  void shouldFindARewardWhenItWasPaidTwice() {
    row("give_reward", ActionStatus.completed);
    evidence.journal.put("reward-1", 2);

    assertThat(oracle.judge(evidence.build())).containsExactly("Reward reward-1 was paid 2 times.");
  }

  @Test
  void shouldFindNothingWhenAMessageWasSaidTwice() {
    row("broadcast_message", ActionStatus.completed);
    evidence.journal.put("reward-1", 2);

    assertThat(oracle.judge(evidence.build())).isEmpty();
  }

  @Test
  void shouldFindWhatCountsAsCompletedWhenItWasNeverDone() {
    row("give_reward", ActionStatus.completed);

    assertThat(oracle.judge(evidence.build()))
        .containsExactly("reward-1 counts as completed, and the game never did it.");
  }

  @Test
  void shouldFindWhatTheGameDidWhenTheWorldDoesNotKnowOfIt() {
    evidence.journal.put("reward-9", 1);

    assertThat(oracle.judge(evidence.build()))
        .containsExactly("The game did reward-9, of which the world knows nothing.");
  }
}
