package midgard.agents.economy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import midgard.schemas.economy.Candle;
import midgard.schemas.economy.EventOrder;
import midgard.schemas.economy.ItemEconomyState;
import midgard.schemas.economy.ItemWindow;
import midgard.schemas.economy.OpenWindow;

/** The arithmetic of windows: the same sales give the same candle, in whatever order they come. */
final class Candles {
  private static final Comparator<OpenWindow> OLDEST_FIRST =
      Comparator.<OpenWindow>comparingLong(window -> window.getCandle().getWindowStart())
          .thenComparing(OpenWindow::getSize);

  private Candles() {}

  /** Whether a window takes no more sales at this time of the clock. */
  static boolean isOver(long windowEnd, long clock) {
    return clock >= windowEnd + EconomyRules.GRACE;
  }

  /**
   * Adds a sale to its window, which is opened for it if need be.
   *
   * @return whether it was opened
   */
  static boolean add(
      ItemEconomyState state, WindowSize size, ZoneId zone, EventOrder place, Sale sale) {
    long start = size.startOf(place.getTime(), zone);
    for (OpenWindow window : state.getOpenWindows()) {
      if (window.getCandle().getWindowStart() == start && window.getSize().equals(size.id())) {
        add(window, place, sale);
        return false;
      }
    }
    OpenWindow opened =
        new OpenWindow(size.id(), empty(start, size.endOf(start, zone)), place, place);
    add(opened, place, sale);
    state.getOpenWindows().add(opened);
    state.getOpenWindows().sort(OLDEST_FIRST);
    return true;
  }

  private static Candle empty(long start, long end) {
    return new Candle(start, end, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
  }

  private static void add(OpenWindow window, EventOrder place, Sale sale) {
    Candle candle = window.getCandle();
    long price = sale.priceMilli();
    boolean empty = candle.getTrades() == 0;
    if (empty || EventOrders.BY_TIME.compare(place, window.getFirst()) < 0) {
      window.setFirst(place);
      candle.setOpenMilli(price);
    }
    // Of one event's lines, the last closes.
    if (empty || EventOrders.BY_TIME.compare(place, window.getLast()) >= 0) {
      window.setLast(place);
      candle.setCloseMilli(price);
    }
    candle.setHighMilli(empty ? price : Math.max(price, candle.getHighMilli()));
    candle.setLowMilli(empty ? price : Math.min(price, candle.getLowMilli()));
    candle.setTrades(candle.getTrades() + 1);
    candle.setAmount(Math.addExact(candle.getAmount(), sale.amount()));
    candle.setZeny(Math.addExact(candle.getZeny(), sale.zeny()));
    candle.setVwapMilli(Fixed.ratio(candle.getZeny(), EconomyRules.MILLI, candle.getAmount()));
    if (sale.market()) {
      candle.setMarketTrades(candle.getMarketTrades() + 1);
      candle.setMarketAmount(Math.addExact(candle.getMarketAmount(), sale.amount()));
      candle.setMarketZeny(Math.addExact(candle.getMarketZeny(), sale.zeny()));
    }
  }

  /** Takes out the windows that are over, the oldest first. */
  static List<OpenWindow> takeOver(ItemEconomyState state, long clock) {
    List<OpenWindow> over =
        state.getOpenWindows().stream()
            .filter(window -> isOver(window.getCandle().getWindowEnd(), clock))
            .toList();
    state.getOpenWindows().removeAll(over);
    return over;
  }

  static ItemWindow row(int item, OpenWindow window) {
    Candle candle = window.getCandle();
    return new ItemWindow(
        item,
        window.getSize(),
        Instant.ofEpochMilli(candle.getWindowStart()),
        Instant.ofEpochMilli(candle.getWindowEnd()),
        candle.getTrades(),
        candle.getAmount(),
        candle.getZeny(),
        candle.getOpenMilli(),
        candle.getHighMilli(),
        candle.getLowMilli(),
        candle.getCloseMilli(),
        candle.getVwapMilli(),
        candle.getMarketTrades(),
        candle.getMarketAmount(),
        candle.getMarketZeny());
  }
}
