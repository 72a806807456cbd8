package midgard.agents.economy;

import java.util.List;
import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.agent.WindowSeries;
import midgard.schemas.Domain;
import midgard.schemas.economy.Candle;
import midgard.schemas.economy.EventOrder;
import midgard.schemas.economy.ItemEconomyState;
import midgard.schemas.economy.ItemHour;
import midgard.schemas.economy.ItemShare;
import midgard.schemas.economy.ItemShareChanged;
import midgard.schemas.economy.OpenWindow;
import midgard.schemas.event.ItemChange;
import midgard.schemas.event.ShopBuy;
import midgard.schemas.event.ShopSell;
import midgard.schemas.event.TradeComplete;
import midgard.schemas.event.VendingSale;

/**
 * The market of one item: price windows of a minute, an hour and a day, and supply and demand over
 * 24 hours. The world is told the item's part of its sums every few seconds while it changes.
 */
public final class ItemMarket extends Agent<ItemEconomyState> {
  public static final StateOf<ItemEconomyState> STATE =
      StateOf.of(AgentName.ECONOMY, Domain.ITEM, ItemEconomyState.class);

  /** The closed windows of an item. A window that is still open stands in the state. */
  public static final WindowSeries<Candle> MINUTES = series(WindowSize.MINUTE);

  public static final WindowSeries<Candle> HOURS = series(WindowSize.HOUR);
  public static final WindowSeries<Candle> DAYS = series(WindowSize.DAY);

  private static final String CLOSE = "close";
  private static final String TELL = "tell";

  /** Changes of so many milliseconds go to the world in one message. */
  private static final long TELL_EVERY = 5000;

  public ItemMarket() {
    super(STATE);
    writes(MINUTES);
    writes(HOURS);
    writes(DAYS);
    on(VendingSale.class, this::vending);
    on(ShopBuy.class, (buy, c) -> sold(Sale.of(item(c), buy.getItems(), false), 0, c));
    on(ShopSell.class, (sell, c) -> sold(Sale.of(item(c), sell.getItems(), false), 0, c));
    on(TradeComplete.class, this::trade);
    on(ItemChange.class, this::move);
    onTimer(CLOSE, this::close);
    onTimer(TELL, this::tell);
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

  private void vending(VendingSale vending, Context<ItemEconomyState> context) {
    List<Sale> sales = Sale.of(item(context), vending.getItems(), true);
    sold(sales, sales.stream().mapToLong(Sale::amount).sum(), context);
  }

  private void trade(TradeComplete trade, Context<ItemEconomyState> context) {
    int item = item(context);
    long pieces = Sale.pieces(item, trade.getGiven()) + Sale.pieces(item, trade.getReceived());
    sold(Sale.of(item, trade), pieces, context);
  }

  private void sold(List<Sale> sales, long traded, Context<ItemEconomyState> context) {
    if (sales.isEmpty() && traded == 0) {
      return;
    }
    ItemEconomyState state = context.state();
    if (isAhead(state, context)) {
      return;
    }
    EventOrder place = EventOrders.of(context.event());
    Optional<ItemHour> hour = hour(state, context);
    hour.ifPresent(h -> h.setTraded(Math.addExact(h.getTraded(), traded)));
    for (Sale sale : sales) {
      for (WindowSize size : WindowSize.values()) {
        window(size, place, sale, context);
      }
      hour.ifPresent(h -> ItemHours.sell(h, sale));
      ItemPrice.remember(state, place, sale);
    }
    tellSoon(state, context);
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

  private void move(ItemChange move, Context<ItemEconomyState> context) {
    EconomyRules.ItemFlow flow = EconomyRules.flowOf(move.getReason(), move.getAmount());
    if (flow == EconomyRules.ItemFlow.NEITHER || move.getItemId() != item(context)) {
      return;
    }
    ItemEconomyState state = context.state();
    if (isAhead(state, context)) {
      return;
    }
    hour(state, context)
        .ifPresent(
            hour -> {
              if (flow == EconomyRules.ItemFlow.SUPPLY) {
                hour.setSupply(Math.addExact(hour.getSupply(), (long) move.getAmount()));
              } else {
                hour.setDemand(Math.subtractExact(hour.getDemand(), (long) move.getAmount()));
              }
              tellSoon(state, context);
            });
  }

  private static boolean isAhead(ItemEconomyState state, Context<?> context) {
    boolean ahead = EconomyRules.isAhead(context.time(), context.clock());
    if (ahead) {
      state.setAhead(state.getAhead() + 1);
    }
    return ahead;
  }

  /** The hour of the event, unless it is no longer among the last 24. */
  private static Optional<ItemHour> hour(ItemEconomyState state, Context<?> context) {
    return EconomyRules.hourOf(context.time()) < EconomyRules.oldestHour(context.clock())
        ? Optional.empty()
        : Optional.of(ItemHours.at(state, context.time()));
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
        tellSoon(state, context);
      }
    }
  }

  private static void tellSoon(ItemEconomyState state, Context<ItemEconomyState> context) {
    if (state.getTellAt() <= context.clock()) {
      state.setTellAt((Math.floorDiv(context.clock(), TELL_EVERY) + 1) * TELL_EVERY);
      context.wakeAt(state.getTellAt(), TELL);
    }
  }

  /** Tells the world what has changed, and wakes again when the oldest hour runs out. */
  private void tell(long due, Context<ItemEconomyState> context) {
    ItemEconomyState state = context.state();
    ItemHours.expire(state, context.clock());
    ItemShare share = ItemHours.share(state, context.clock());
    if (!share.equals(state.getTold())) {
      ItemShare delta = ItemHours.plus(share, state.getTold(), -1);
      context.signal(
          Domain.WORLD, Domain.WORLD_KEY, new ItemShareChanged(item(context), share, delta));
      state.setTold(share);
    }
    if (!state.getHours().isEmpty()) {
      long oldest = state.getHours().get(0).getHour();
      context.wakeAt((oldest + EconomyRules.HOURS) * EconomyRules.HOUR, TELL);
    }
  }
}
