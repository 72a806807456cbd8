package midgard.agents.economy;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.agent.WindowSeries;
import midgard.schemas.Domain;
import midgard.schemas.economy.Candle;
import midgard.schemas.economy.EventOrder;
import midgard.schemas.economy.ItemEconomyState;
import midgard.schemas.economy.OpenWindow;
import midgard.schemas.event.ItemChange;
import midgard.schemas.event.ShopBuy;
import midgard.schemas.event.ShopSell;
import midgard.schemas.event.TradeComplete;
import midgard.schemas.event.VendingSale;

/** The market of one item: its prices, in windows of a minute, an hour and a day. */
public final class ItemMarket extends Agent<ItemEconomyState> {
  public static final StateOf<ItemEconomyState> STATE =
      StateOf.of(AgentName.ECONOMY, Domain.ITEM, ItemEconomyState.class);

  /** The closed windows of an item. A window that is still open stands in the state. */
  public static final WindowSeries<Candle> MINUTES = series(WindowSize.MINUTE);

  public static final WindowSeries<Candle> HOURS = series(WindowSize.HOUR);
  public static final WindowSeries<Candle> DAYS = series(WindowSize.DAY);

  private static final String CLOSE = "close";

  public ItemMarket() {
    super(STATE);
    writes(MINUTES);
    writes(HOURS);
    writes(DAYS);
    on(VendingSale.class, (vending, c) -> sold(Sale.of(item(c), vending.getItems(), true), c));
    on(ShopBuy.class, (buy, c) -> sold(Sale.of(item(c), buy.getItems(), false), c));
    on(ShopSell.class, (sell, c) -> sold(Sale.of(item(c), sell.getItems(), false), c));
    on(TradeComplete.class, (trade, c) -> sold(Sale.of(item(c), trade), c));
    on(ItemChange.class, this::move);
    onTimer(CLOSE, this::close);
  }

  private static WindowSeries<Candle> series(WindowSize size) {
    return WindowSeries.of(STATE, size.id(), size.length(), size.retention(), Candle.class);
  }

  /** The closed windows of a size. */
  public static WindowSeries<Candle> closed(WindowSize size) {
    return switch (size) {
      case MINUTE -> MINUTES;
      case HOUR -> HOURS;
      case DAY -> DAYS;
    };
  }

  private static int item(Context<?> context) {
    return Integer.parseInt(context.key());
  }

  private void sold(List<Sale> sales, Context<ItemEconomyState> context) {
    if (isAhead(context)) {
      context.state().setAhead(context.state().getAhead() + 1);
      return;
    }
    if (sales.isEmpty()) {
      return;
    }
    ItemEconomyState state = context.state();
    EventOrder place = EventOrders.of(context.event());
    for (Sale sale : sales) {
      for (WindowSize size : WindowSize.values()) {
        window(size, place, sale, context);
      }
      ItemPrice.remember(state, place, sale);
    }
  }

  /** A move has no price; only what no sum takes in is counted here. */
  private void move(ItemChange move, Context<ItemEconomyState> context) {
    if (isAhead(context)
        && move.getItemId() == item(context)
        && EconomyRules.flowOf(move.getReason(), move.getAmount())
            != EconomyRules.ItemFlow.NEITHER) {
      context.state().setAhead(context.state().getAhead() + 1);
    }
  }

  private static boolean isAhead(Context<?> context) {
    return EconomyRules.isAhead(context.time(), context.clock());
  }

  private static void window(
      WindowSize size, EventOrder place, Sale sale, Context<ItemEconomyState> context) {
    ItemEconomyState state = context.state();
    long end = size.endOf(size.startOf(place.getTime(), context.zone()), context.zone());
    if (Candles.isOver(end, context.clock())) {
      switch (size) {
        case MINUTE -> state.setLateMinute(state.getLateMinute() + 1);
        case HOUR -> state.setLateHour(state.getLateHour() + 1);
        case DAY -> state.setLateDay(state.getLateDay() + 1);
      }
    } else if (Candles.add(state, size, context.zone(), place, sale)) {
      context.wakeAt(end + EconomyRules.GRACE, CLOSE);
    }
  }

  private void close(long due, Context<ItemEconomyState> context) {
    ItemEconomyState state = context.state();
    int item = item(context);
    for (OpenWindow window : Candles.takeOver(state, context.clock())) {
      Candle candle = window.getCandle();
      WindowSize size = WindowSize.byId(window.getSize()).orElseThrow();
      context.change(Candles.row(item, window));
      context.keep(closed(size), candle.getWindowStart(), candle);
      if (size == WindowSize.DAY) {
        ItemPrice.dayClosed(state, candle);
      }
    }
  }
}
