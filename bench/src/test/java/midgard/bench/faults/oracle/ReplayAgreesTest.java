package midgard.bench.faults.oracle;

import static midgard.bench.faults.oracle.EvidenceBuilder.CONCLUDED;
import static midgard.bench.faults.oracle.EvidenceBuilder.flawless;
import static org.assertj.core.api.Assertions.assertThat;

import midgard.bench.faults.evidence.Effect;
import org.junit.jupiter.api.Test;

class ReplayAgreesTest {
  private static final String WHAT =
      "ZenyLedger by economy for player/150101 in world.changes, caused by inbox.player-0@0";

  private final ReplayAgrees oracle = new ReplayAgrees();
  private final EvidenceBuilder evidence = flawless();

  @Test
  void shouldNameTheEffectWhenItsBytesDiffer() {
    evidence.replayed.set(
        0,
        new Effect(
            CONCLUDED.topic(), CONCLUDED.key(), CONCLUDED.cause(), CONCLUDED.what(), "0a0c"));
    assertThat(oracle.judge(evidence.build()))
        .containsExactly("Other bytes in the replay: " + WHAT);
  }

  @Test
  void shouldNameTheEffectWhenItWasNeverRecorded() {
    evidence.recorded.clear();
    assertThat(oracle.judge(evidence.build())).containsExactly("Only in the replay: " + WHAT);
  }

  @Test
  void shouldNameTheEffectWhenItWasRecordedTwice() {
    evidence.recorded.add(CONCLUDED);
    assertThat(oracle.judge(evidence.build())).containsExactly("Only recorded: " + WHAT);
  }

  @Test
  void shouldNotBeContentWhenTheReplayLedToNothing() {
    evidence.recorded.clear();
    evidence.replayed.clear();
    assertThat(oracle.judge(evidence.build()))
        .containsExactly("The replay led to nothing, so nothing could be judged.");
  }
}
