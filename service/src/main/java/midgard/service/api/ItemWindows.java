package midgard.service.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import midgard.agents.economy.EconomyViews;
import midgard.agents.economy.ItemMarket;
import midgard.agents.economy.SupplyAndDemand;
import midgard.agents.economy.WindowSize;
import midgard.schemas.economy.Candle;
import midgard.schemas.economy.ItemEconomyState;
import midgard.schemas.economy.ItemShare;
import midgard.service.http.ProblemException;
import midgard.sql.history.ItemWindowHistory;

/**
 * The price windows of an item: closed ones from the stores, older ones from the database, the ones
 * that are still open from the agent's state.
 */
final class ItemWindows {
  /** Most windows that a range may hold. */
  static final int MOST = ItemWindowHistory.MAX_WINDOWS;

  private static final int BY_DEFAULT = 100;
  private static final double MILLI = 1000;

  private final WorldReads world;
  private final Supplier<ItemWindowHistory> history;
  private final ZoneId zone;

  ItemWindows(WorldReads world, Supplier<ItemWindowHistory> history, ZoneId zone) {
    this.world = world;
    this.history = history;
    this.zone = zone;
  }

  /**
   * One window. Prices are for one piece, in zeny; those with milli in thousandths.
   *
   * @param open it has not closed yet, so its figures may still change
   */
  record Window(
      Instant windowStart,
      Instant windowEnd,
      boolean open,
      long trades,
      long amount,
      long zeny,
      double openPrice,
      double highPrice,
      double lowPrice,
      double closePrice,
      double vwap,
      long vwapMilli,
      long marketTrades,
      long marketAmount,
      long marketZeny) {
    static Window of(Candle candle, boolean open) {
      return new Window(
          Instant.ofEpochMilli(candle.getWindowStart()),
          Instant.ofEpochMilli(candle.getWindowEnd()),
          open,
          candle.getTrades(),
          candle.getAmount(),
          candle.getZeny(),
          candle.getOpenMilli() / MILLI,
          candle.getHighMilli() / MILLI,
          candle.getLowMilli() / MILLI,
          candle.getCloseMilli() / MILLI,
          candle.getVwapMilli() / MILLI,
          candle.getVwapMilli(),
          candle.getMarketTrades(),
          candle.getMarketAmount(),
          candle.getMarketZeny());
    }
  }

  /**
   * @param windows that start in the range, the oldest first; without those in which nothing was
   *     sold
   * @param lateSales sales that came after their window of this size had closed, so far
   * @param last24h supply, demand and sales of the last 24 hours
   */
  record Answer(
      int itemId,
      String size,
      Instant from,
      Instant to,
      List<Window> windows,
      int total,
      long lateSales,
      @JsonProperty("last_24h") ItemShare last24h) {}

  Answer asked(Context context) {
    int item = Parameters.itemId(context, "item_id");
    WindowSize size = size(context);
    long now = world.worldTime();
    long to = Parameters.time(context, "to").orElse(now + 1);
    long from =
        size.startOf(
            Parameters.time(context, "from").orElse(to - BY_DEFAULT * size.length().toMillis()),
            zone);
    checkRange(size, from, to);
    Optional<ItemEconomyState> state = world.state(ItemMarket.STATE, Integer.toString(item));
    List<Window> windows = new ArrayList<>();
    closed(item, size, from, to, now).forEach(candle -> windows.add(Window.of(candle, false)));
    long afterClosed =
        windows.isEmpty()
            ? Long.MIN_VALUE
            : windows.get(windows.size() - 1).windowStart().toEpochMilli() + 1;
    state.stream()
        .flatMap(of -> EconomyViews.openWindows(of, size).stream())
        .filter(open -> open.getWindowStart() >= Math.max(from, afterClosed))
        .filter(open -> open.getWindowStart() < to)
        .forEach(open -> windows.add(Window.of(open, true)));
    return new Answer(
        item,
        size.id(),
        Instant.ofEpochMilli(from),
        Instant.ofEpochMilli(to),
        windows,
        windows.size(),
        state.map(of -> late(of, size)).orElse(0L),
        lastDay(item, state, now));
  }

  private ItemShare lastDay(int item, Optional<ItemEconomyState> market, long now) {
    return EconomyViews.lastDay(
        world
            .state(SupplyAndDemand.STATE, Integer.toString(item))
            .orElseGet(SupplyAndDemand.STATE::initial),
        market.orElseGet(ItemMarket.STATE::initial),
        now);
  }

  private List<Candle> closed(int item, WindowSize size, long from, long to, long now) {
    long kept = size.startOf(now - size.retention().toMillis(), zone);
    List<Candle> closed = new ArrayList<>();
    if (from < kept) {
      closed.addAll(
          history
              .get()
              .between(
                  item,
                  size.id(),
                  Instant.ofEpochMilli(from),
                  Instant.ofEpochMilli(Math.min(to, kept))));
    }
    long firstKept = Math.max(from, kept);
    if (firstKept < to) {
      closed.addAll(
          world.windows(ItemMarket.closed(size), Integer.toString(item), firstKept, to - 1));
    }
    return closed;
  }

  private static WindowSize size(Context context) {
    String text = Parameters.text(context, "size").orElse(WindowSize.HOUR.id());
    return WindowSize.byId(text)
        .orElseThrow(
            () ->
                Parameters.bad(
                    "size",
                    text,
                    "one of "
                        + Arrays.stream(WindowSize.values())
                            .map(WindowSize::id)
                            .collect(Collectors.joining(", "))));
  }

  private static void checkRange(WindowSize size, long from, long to) {
    if (from >= to) {
      throw ProblemException.badRequest(
          "from is %s and to is %s; from must lie before to."
              .formatted(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to)));
    }
    long windows = (to - from) / size.length().toMillis();
    if (windows > MOST) {
      throw ProblemException.badRequest(
          "The range holds %d windows of %s; it may hold %d. Ask for a shorter range or a larger size."
              .formatted(windows, size.id(), MOST));
    }
  }

  private static long late(ItemEconomyState state, WindowSize size) {
    return switch (size) {
      case MINUTE -> state.getLateMinute();
      case HOUR -> state.getLateHour();
      case DAY -> state.getLateDay();
    };
  }
}
