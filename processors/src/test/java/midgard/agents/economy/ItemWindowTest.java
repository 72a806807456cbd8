package midgard.agents.economy;

import static midgard.agents.economy.Economy.DAY;
import static midgard.agents.economy.Economy.HOUR;
import static midgard.agents.economy.Economy.MINUTE;
import static midgard.agents.economy.Economy.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.economy.Candle;
import midgard.schemas.economy.ItemWindow;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.event.PricedItem;
import midgard.schemas.event.ShopBuy;
import midgard.schemas.event.ShopSell;
import midgard.schemas.event.TradeComplete;
import midgard.schemas.event.VendingSale;
import org.junit.jupiter.api.Test;

class ItemWindowTest {
  private final Economy economy = new Economy();

  private List<ItemWindow> closed(WindowSize size) {
    return economy.world.changes(ItemWindow.class).stream()
        .filter(window -> window.getSize().equals(size.id()))
        .toList();
  }

  private Candle open(int item, WindowSize size) {
    return EconomyViews.openWindows(economy.item(item), size).get(0);
  }

  @Test
  void shouldDrawTheCandleWhenItemsAreSold() {
    economy
        .sell(501, START + 1000, 10, 50)
        .sell(501, START + 2000, 5, 80)
        .sell(501, START + 3000, 1, 30)
        .sell(501, START + 4000, 4, 55);

    Candle minute = open(501, WindowSize.MINUTE);

    assertThat(minute.getWindowStart()).isEqualTo(START);
    assertThat(minute.getWindowEnd()).isEqualTo(START + MINUTE);
    assertThat(minute.getTrades()).isEqualTo(4);
    assertThat(minute.getAmount()).isEqualTo(20);
    assertThat(minute.getZeny()).isEqualTo(1150);
    assertThat(minute.getOpenMilli()).isEqualTo(50_000);
    assertThat(minute.getHighMilli()).isEqualTo(80_000);
    assertThat(minute.getLowMilli()).isEqualTo(30_000);
    assertThat(minute.getCloseMilli()).isEqualTo(55_000);
    assertThat(minute.getVwapMilli()).isEqualTo(57_500);
    assertThat(open(501, WindowSize.HOUR).getZeny()).isEqualTo(1150);
    assertThat(open(501, WindowSize.DAY).getZeny()).isEqualTo(1150);
  }

  @Test
  void shouldCloseOnTimeWhenTheMarketIsQuiet() {
    economy.sell(501, START + 1000, 1, 50);

    economy.until(START + 3 * MINUTE - 5000);
    assertThat(closed(WindowSize.MINUTE)).isEmpty();

    economy.until(START + 3 * MINUTE);
    assertThat(closed(WindowSize.MINUTE)).singleElement().isEqualTo(minuteOf501());
    assertThat(economy.item(501).getOpenWindows()).hasSize(2);

    economy.until(START + 2 * DAY);
    assertThat(closed(WindowSize.MINUTE)).as("empty windows are no windows").hasSize(1);
    assertThat(closed(WindowSize.HOUR)).hasSize(1);
    assertThat(closed(WindowSize.DAY)).hasSize(1);
    assertThat(economy.item(501).getOpenWindows()).isEmpty();
  }

  private static ItemWindow minuteOf501() {
    long price = 50_000;
    return new ItemWindow(
        501,
        "1m",
        Instant.ofEpochMilli(START),
        Instant.ofEpochMilli(START + MINUTE),
        1L,
        1L,
        50L,
        price,
        price,
        price,
        price,
        price,
        1L,
        1L,
        50L);
  }

  @Test
  void shouldKeepTheClosedWindowWhenItCloses() {
    economy.sell(501, START + 1000, 2, 50).until(START + 3 * MINUTE);

    assertThat(economy.world.stores(Domain.ITEM).dump())
        .anyMatch(line -> line.startsWith(ItemMarket.MINUTES.store() + " 501@" + START));
  }

  @Test
  void shouldTakeASaleInWhenItComesWithinTheGrace() {
    economy.sell(501, START + 30_000, 1, 50).until(START + 3 * MINUTE - 1);

    economy.sell(501, START + 10_000, 1, 90).until(START + 3 * MINUTE);

    ItemWindow window = closed(WindowSize.MINUTE).get(0);
    assertThat(window.getTrades()).isEqualTo(2);
    assertThat(window.getOpenMilli()).isEqualTo(90_000);
    assertThat(window.getCloseMilli()).isEqualTo(50_000);
    assertThat(economy.item(501).getLateMinute()).isZero();
  }

  @Test
  void shouldCountASaleAsLateWhenItsWindowHasClosed() {
    economy.sell(501, START + 30_000, 1, 50).until(START + 3 * MINUTE);

    economy.sell(501, START + 10_000, 1, 90).until(START + 10 * MINUTE);

    assertThat(closed(WindowSize.MINUTE)).singleElement().matches(w -> w.getTrades() == 1);
    assertThat(economy.item(501).getLateMinute()).isEqualTo(1);
    assertThat(economy.item(501).getLateHour()).isZero();
    assertThat(open(501, WindowSize.HOUR).getTrades()).isEqualTo(2);
  }

  @Test
  void shouldCountASaleAsAheadWhenTheServersClockIsADayOff() {
    economy.sell(501, START + DAY, 1, 50);

    assertThat(economy.item(501).getAhead()).isEqualTo(1);
    assertThat(economy.item(501).getOpenWindows()).isEmpty();
  }

  @Test
  void shouldTellPlayersFromShopsWhenBothSell() {
    PricedItem line = new PricedItem(501, 4, 25L);
    economy
        .sell(501, START, 1, 60)
        .event(Domain.ITEM, "501", START + 1, 150001, new ShopSell(null, List.of(line), 100L))
        .event(Domain.ITEM, "501", START + 2, 150001, new ShopBuy(null, List.of(line), 100L));

    Candle minute = open(501, WindowSize.MINUTE);

    assertThat(minute.getTrades()).isEqualTo(3);
    assertThat(minute.getZeny()).isEqualTo(260);
    assertThat(minute.getMarketTrades()).isEqualTo(1);
    assertThat(minute.getMarketAmount()).isEqualTo(1);
    assertThat(minute.getMarketZeny()).isEqualTo(60);
  }

  @Test
  void shouldCountItsOwnLinesOnlyWhenAnEventHasSeveralItems() {
    List<PricedItem> lines =
        List.of(
            new PricedItem(501, 2, 50L), new PricedItem(502, 9, 200L), new PricedItem(501, 1, 45L));
    economy.event(
        Domain.ITEM, "501", START, 150001, new VendingSale("t", 150002L, 150001L, lines, 1945L));

    Candle minute = open(501, WindowSize.MINUTE);

    assertThat(minute.getTrades()).isEqualTo(2);
    assertThat(minute.getZeny()).isEqualTo(145);
    assertThat(minute.getOpenMilli()).isEqualTo(50_000);
    assertThat(minute.getCloseMilli()).isEqualTo(45_000);
  }

  @Test
  void shouldTakeATradeForASaleWhenOneKindWasGivenForZenyAlone() {
    trade(List.of(new ItemAmount(909, 2), new ItemAmount(909, 1)), List.of(), 0, 2000);
    trade(List.of(), List.of(new ItemAmount(909, 5)), 500, 0);

    Candle minute = open(909, WindowSize.MINUTE);

    assertThat(minute.getTrades()).isEqualTo(2);
    assertThat(minute.getHighMilli()).as("2000 / 3, rounded").isEqualTo(666_667);
    assertThat(minute.getLowMilli()).isEqualTo(100_000);
    assertThat(minute.getMarketZeny()).isEqualTo(2500);
  }

  @Test
  void shouldKnowNoPriceWhenATradeWasForMoreThanZeny() {
    ItemAmount jellopy = new ItemAmount(909, 3);
    ItemAmount potion = new ItemAmount(501, 2);
    trade(List.of(jellopy), List.of(potion), 0, 700);
    trade(List.of(jellopy, potion), List.of(), 0, 700);
    trade(List.of(jellopy), List.of(), 100, 700);
    trade(List.of(jellopy), List.of(), 0, 0);

    assertThat(economy.item(909).getOpenWindows()).isEmpty();
    assertThat(economy.day(909).getHours()).singleElement().matches(h -> h.getTraded() == 12);
  }

  private void trade(List<ItemAmount> given, List<ItemAmount> received, long paid, long got) {
    economy.event(
        Domain.ITEM,
        "909",
        START,
        150001,
        new TradeComplete("t", 150002L, given, received, paid, got));
  }

  @Test
  void shouldRefuseALineWhenItIsWorthMoreThanTheCatalogueAllows() {
    economy.sell(501, START, 2_000_000_000, 1_000_000);

    assertThat(economy.world.failures())
        .as("of the market, and of supply and demand")
        .hasSize(2)
        .allMatch(failure -> failure.getMessage().contains("at most 1,000,000,000,000 zeny"));
    assertThat(economy.item(501).getOpenWindows()).isEmpty();
    assertThat(economy.day(501).getHours()).isEmpty();
  }

  @Test
  void shouldCutDaysInTheWorldsZoneWhenItsClocksChange() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    long noon = World.at("2026-10-25T11:00:00Z");

    long start = WindowSize.DAY.startOf(noon, berlin);

    assertThat(start).isEqualTo(World.at("2026-10-24T22:00:00Z"));
    assertThat(WindowSize.DAY.endOf(start, berlin) - start).isEqualTo(25 * HOUR);
    assertThat(WindowSize.HOUR.startOf(noon + 1, berlin)).isEqualTo(noon);
  }
}
