package midgard.agents.outbox;

import static midgard.agents.outbox.OutboxWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever order wishes, leases, reports and ticks come in. */
class HandedOutOncePropertyTest {
  enum Step {
    WISH,
    LEASE,
    DONE,
    NOT_DONE,
    TICK
  }

  @Property(tries = 500)
  void shouldHandARewardOutAgainOnlyWhenTheServerSaidThatItWasNotPaid(
      @ForAll @Size(min = 5, max = 40) List<Step> steps) {
    OutboxWorld outbox = new OutboxWorld();
    outbox.wish(OutboxWorld.reward("r", 7, 1));
    Set<String> handedOut = new HashSet<>();
    int notPaid = 0;
    int n = 0;
    for (Step step : steps) {
      n++;
      switch (step) {
        case WISH -> outbox.wish(OutboxWorld.reward("r", 7, 1));
        case LEASE -> outbox.lease("r", "lease" + n);
        case DONE -> outbox.report("r", true);
        case NOT_DONE -> {
          notPaid += handedOut.isEmpty() ? 0 : 1;
          outbox.report("r", false);
        }
        case TICK -> outbox.world.tick(START + n * 25_000L);
      }
      String lease = outbox.state("r").getLeaseId();
      if (!lease.isEmpty()) {
        handedOut.add(lease);
      }
    }

    assertThat(handedOut.size()).isLessThanOrEqualTo(notPaid + 1);
    assertThat(Set.copyOf(outbox.results())).hasSizeLessThanOrEqualTo(1);
    assertThat(outbox.world.failures()).isEmpty();
  }
}
