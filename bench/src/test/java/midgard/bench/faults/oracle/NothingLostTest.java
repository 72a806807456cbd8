package midgard.bench.faults.oracle;

import static midgard.bench.faults.oracle.EvidenceBuilder.flawless;
import static org.assertj.core.api.Assertions.assertThat;

import midgard.bench.faults.feed.Fate;
import org.junit.jupiter.api.Test;

class NothingLostTest {
  private final NothingLost oracle = new NothingLost();
  private final EvidenceBuilder evidence = flawless();

  @Test
  void shouldNameTheEventWhenItWasAcknowledgedAndIsNotLogged() {
    evidence.events.remove(1);
    assertThat(oracle.judge(evidence.build()))
        .containsExactly("Event boot-2 was acknowledged and is not in game.events.");
  }

  @Test
  void shouldNameTheEventWhenAnotherOneLiesAtItsOffset() {
    evidence.fates.put("boot-2", new Fate(Fate.Kind.ACCEPTED, 0, 0, "", 1));
    assertThat(oracle.judge(evidence.build()))
        .containsExactly("Event boot-2 was acknowledged at game.events-0@0, where boot-1 lies.");
  }

  @Test
  void shouldNameTheInboxWhenALoggedEventNeverCameToIt() {
    evidence.inboxes.remove(0);
    assertThat(oracle.judge(evidence.build()))
        .containsExactly(
            "Event boot-1 lies in game.events and never came to inbox.player, key 150101.");
  }

  @Test
  void shouldNameTheEventWhenTheWorldRefusedIt() {
    evidence.fates.put("boot-2", new Fate(Fate.Kind.REFUSED, -1, -1, "too large", 1));
    assertThat(oracle.judge(evidence.build()))
        .containsExactly("Event boot-2 was never acknowledged: REFUSED too large");
  }
}
