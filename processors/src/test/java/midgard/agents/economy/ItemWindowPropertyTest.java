package midgard.agents.economy;

import static midgard.agents.economy.Economy.DAY;
import static midgard.agents.economy.Economy.MINUTE;
import static midgard.agents.economy.Economy.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import midgard.schemas.Domain;
import midgard.schemas.economy.ItemWindow;
import midgard.schemas.event.GameEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ItemWindowPropertyTest {
  /** A sale so many milliseconds after the start. */
  record Sold(long after, int amount, long price) {}

  @Provide
  Arbitrary<List<Sold>> sales() {
    Arbitrary<Long> times = Arbitraries.longs().between(0, 2 * MINUTE - 1);
    Arbitrary<Integer> amounts = Arbitraries.integers().between(1, 30_000);
    Arbitrary<Long> prices = Arbitraries.longs().between(0, 30_000_000);
    return Combinators.combine(times, amounts, prices)
        .as(Sold::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  private static List<GameEvent> events(List<Sold> sales) {
    List<GameEvent> events = new ArrayList<>();
    for (Sold sold : sales) {
      events.add(
          Economy.sequenced(
              // Coarse, so that many fall into one millisecond.
              START + sold.after() / 1000 * 1000,
              events.size() + 1,
              150001,
              Economy.sale(501, sold.amount(), sold.price())));
    }
    return events;
  }

  private static Economy run(List<GameEvent> events, long tickEvery) {
    Economy economy = new Economy();
    long clock = START;
    for (GameEvent event : events) {
      economy.event(Domain.ITEM, "501", event);
      clock += tickEvery;
      economy.world.tick(clock);
    }
    return economy.until(START + 2 * DAY);
  }

  @Property(tries = 60)
  void shouldGiveTheSameWindowsWhenSalesComeInAnyOrderWithinTheGrace(
      @ForAll("sales") List<Sold> sales, @ForAll Random random) {
    List<GameEvent> inOrder = events(sales);
    List<GameEvent> shuffled = new ArrayList<>(inOrder);
    Collections.shuffle(shuffled, random);

    List<ItemWindow> expected = run(inOrder, 1000).world.changes(ItemWindow.class);
    Economy other = run(shuffled, 1000);

    assertThat(other.world.changes(ItemWindow.class)).isEqualTo(expected);
    assertThat(other.item(501).getBasePriceMilli())
        .isEqualTo(run(inOrder, 1000).item(501).getBasePriceMilli());
  }

  @Property(tries = 60)
  void shouldLoseNoSaleWhenSomeComeTooLate(
      @ForAll("sales") List<Sold> sales, @ForAll Random random) {
    List<GameEvent> shuffled = events(sales);
    Collections.shuffle(shuffled, random);

    Economy economy = run(shuffled, 30_000);

    long minutes =
        economy.world.changes(ItemWindow.class).stream()
            .filter(window -> window.getSize().equals("1m"))
            .mapToLong(ItemWindow::getTrades)
            .sum();
    assertThat(minutes + economy.item(501).getLateMinute()).isEqualTo(sales.size());
  }

  @Property(tries = 60)
  void shouldAddUpWhenHoursAreTheSumOfMinutes(@ForAll("sales") List<Sold> sales) {
    List<ItemWindow> windows = run(events(sales), 1000).world.changes(ItemWindow.class);

    for (String size : List.of("1m", "1h", "1d")) {
      List<ItemWindow> ofSize = windows.stream().filter(w -> w.getSize().equals(size)).toList();
      assertThat(ofSize.stream().mapToLong(ItemWindow::getZeny).sum())
          .isEqualTo(sales.stream().mapToLong(sold -> sold.amount() * sold.price()).sum());
      assertThat(ofSize.stream().mapToLong(ItemWindow::getAmount).sum())
          .isEqualTo(sales.stream().mapToLong(Sold::amount).sum());
    }
  }
}
