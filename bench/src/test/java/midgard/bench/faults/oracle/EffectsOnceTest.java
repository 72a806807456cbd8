package midgard.bench.faults.oracle;

import static midgard.bench.faults.oracle.EvidenceBuilder.flawless;
import static midgard.bench.faults.oracle.EvidenceBuilder.logged;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EffectsOnceTest {
  private final EffectsOnce oracle = new EffectsOnce();
  private final EvidenceBuilder evidence = flawless();

  @Test
  void shouldNameBothPlacesWhenAnEventCameToAKeyTwice() {
    evidence.routed(EvidenceBuilder.zeny(1, 100, 1100));
    assertThat(oracle.judge(evidence.build()))
        .containsExactly(
            "Event boot-1 came to inbox.player, key 150101, twice: at inbox.player-0@0 and inbox.player-0@2.");
  }

  @Test
  void shouldNameTheEventWhenNobodyLoggedIt() {
    evidence.routed(EvidenceBuilder.zeny(3, 1, 1071));
    assertThat(oracle.judge(evidence.build()))
        .containsExactly("Event boot-3 at inbox.player-0@2 is not in game.events.");
  }

  @Test
  void shouldNameTheChangeWhenItIsThereTwice() {
    evidence.recorded.add(EvidenceBuilder.CONCLUDED);
    assertThat(oracle.judge(evidence.build()))
        .containsExactly(
            "The same twice: ZenyLedger by economy for player/150101 in world.changes, caused by inbox.player-0@0");
  }

  @Test
  void shouldNameTheKeyWhenAnActionIsAskedForTwice() {
    evidence.actions.add(
        logged("game.actions", 1, "reward-1", EvidenceBuilder.action("action-2", "reward-1")));
    assertThat(oracle.judge(evidence.build()))
        .containsExactly(
            "The idempotency key reward-1 is there twice: at game.actions-0@0 and game.actions-0@1.");
  }
}
