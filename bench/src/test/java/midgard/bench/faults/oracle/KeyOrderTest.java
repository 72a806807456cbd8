package midgard.bench.faults.oracle;

import static midgard.bench.faults.oracle.EvidenceBuilder.flawless;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class KeyOrderTest {
  private final KeyOrder oracle = new KeyOrder();
  private final EvidenceBuilder evidence = flawless();

  @Test
  void shouldNameBothEventsWhenTheyCameInAnotherOrder() {
    Collections.swap(evidence.inboxes, 0, 1);
    assertThat(oracle.judge(evidence.build()))
        .containsExactly(
            "In inbox.player, key 150101 event boot-1 at inbox.player-0@0 comes after boot-2, which was logged later.");
  }

  @Test
  void shouldAllowAnyOrderOfSequencesWhenTheyWereLoggedSo() {
    Collections.swap(evidence.events, 0, 1);
    evidence.events.set(
        0, EvidenceBuilder.logged("game.events", 0, "server-1", evidence.events.get(0).value()));
    evidence.events.set(
        1, EvidenceBuilder.logged("game.events", 1, "server-1", evidence.events.get(1).value()));
    Collections.swap(evidence.inboxes, 0, 1);
    assertThat(oracle.judge(evidence.build())).isEmpty();
  }
}
