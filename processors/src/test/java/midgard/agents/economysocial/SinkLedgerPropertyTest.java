package midgard.agents.economysocial;

import static midgard.agents.economysocial.MerchantWorld.HOUR;
import static midgard.agents.economysocial.MerchantWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import midgard.schemas.economysocial.SinkBuyerState;
import midgard.schemas.economysocial.ZenySink;
import midgard.schemas.economysocial.ZenySinkEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SinkLedgerPropertyTest {
  /** Instead of a number of minutes: the first instant at which it is too late. */
  private static final int AT_THE_END = 9999;

  record Purchase(int minutes, long player, int item, int amount, long price) {}

  @Provide
  Arbitrary<List<Purchase>> purchases() {
    return Combinators.combine(
            Arbitraries.oneOf(
                Arbitraries.integers().between(-30, 400), Arbitraries.of(0, AT_THE_END)),
            Arbitraries.longs().between(150_001, 150_004),
            Arbitraries.of(603, 616, 617, 501),
            Arbitraries.integers().between(1, 30),
            Arbitraries.longs().between(0, 200_000))
        .as(Purchase::new)
        .list()
        .ofMaxSize(25);
  }

  @Property(tries = 60)
  void shouldDrainExactlyWhatWasPaidInItsTimeWhenPlayersBuyInAnyOrder(
      @ForAll("purchases") List<Purchase> purchases, @ForAll long seed) {
    MerchantWorld merchants = new MerchantWorld();
    merchants.zenyEach(30_000_000).hours(6);
    merchants.zenyEach(1_000_000);
    ZenySink sink = merchants.state().getSinks().get(0);
    long started = sink.getStartedAt();
    long tick = started;
    long expected = 0;
    Set<Long> buyers = new HashSet<>();
    List<Purchase> shuffled = new java.util.ArrayList<>(purchases);
    Collections.shuffle(shuffled, new Random(seed));
    for (Purchase purchase : shuffled) {
      long time =
          purchase.minutes() == AT_THE_END
              ? sink.getEndsAt()
              : started + purchase.minutes() * 60_000L;
      if (purchase.amount() % 2 == 0) {
        merchants.world.tick(tick += 1000);
      }
      merchants.buy(time, purchase.player(), purchase.item(), purchase.amount(), purchase.price());
      boolean counts = time >= started && time < sink.getEndsAt() && purchase.item() != 501;
      if (counts && purchase.price() > 0) {
        expected += purchase.amount() * purchase.price();
        buyers.add(purchase.player());
      }
    }
    merchants.world.tick(sink.getEndsAt() + 30_000);
    merchants.world.tick(sink.getEndsAt() + 61_000);

    ZenySink end = merchants.state().getSinks().get(0);
    assertThat(end.getActualZenyDrained()).isEqualTo(expected);
    assertThat(end.getParticipants()).isEqualTo(buyers.size());
    List<ZenySinkEvent> rows = merchants.world.changes(ZenySinkEvent.class);
    assertThat(rows.get(rows.size() - 1).getActualZenyDrained()).isEqualTo(expected);
  }

  @Test
  void shouldForgetABuyerWhenTheSinkIsOver() {
    MerchantWorld merchants = new MerchantWorld();
    merchants.zenyEach(30_000_000).hours(6);
    merchants.buy(START + 6 * HOUR + 5, 150001, 616, 2, 150_000);
    merchants.world.tick(START + 6 * HOUR + 1000);
    assertThat(merchants.state().getSinks().get(0).getActualZenyDrained()).isEqualTo(300_000);

    merchants.hours(13);

    assertThat(merchants.world.state(new SinkBuyer(), "150001"))
        .isEqualTo(SinkBuyerState.newBuilder().build());
  }
}
