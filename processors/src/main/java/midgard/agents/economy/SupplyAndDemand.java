package midgard.agents.economy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.economy.Candle;
import midgard.schemas.economy.ItemDayState;
import midgard.schemas.economy.ItemEconomyState;
import midgard.schemas.economy.ItemHour;
import midgard.schemas.economy.ItemShare;
import midgard.schemas.economy.ItemShareChanged;
import midgard.schemas.event.ItemChange;
import midgard.schemas.event.ShopBuy;
import midgard.schemas.event.ShopSell;
import midgard.schemas.event.TradeComplete;
import midgard.schemas.event.VendingSale;

/**
 * What came into the world of one item, left it and changed hands in 24 hours. The world is told
 * the item's part of its sums every few seconds while it changes.
 */
public final class SupplyAndDemand extends Agent<ItemDayState> {
  public static final StateOf<ItemDayState> STATE =
      StateOf.of(AgentName.ECONOMY, Domain.ITEM, "item-day", ItemDayState.class);

  private static final String TELL = "tell";

  /** Changes of so long go to the world in one message. */
  private static final Duration TELL_EVERY = Duration.ofSeconds(5);

  public SupplyAndDemand() {
    super(STATE);
    on(VendingSale.class, this::vending);
    on(ShopBuy.class, (buy, c) -> sold(Sale.of(item(c), buy.getItems(), false), 0, c));
    on(ShopSell.class, (sell, c) -> sold(Sale.of(item(c), sell.getItems(), false), 0, c));
    on(TradeComplete.class, this::trade);
    on(ItemChange.class, this::move);
    onTimer(TELL, this::tell);
  }

  private static int item(Context<?> context) {
    return Integer.parseInt(context.key());
  }

  private void vending(VendingSale vending, Context<ItemDayState> context) {
    List<Sale> sales = Sale.of(item(context), vending.getItems(), true);
    sold(sales, sales.stream().mapToLong(Sale::amount).sum(), context);
  }

  private void trade(TradeComplete trade, Context<ItemDayState> context) {
    int item = item(context);
    long pieces = Sale.pieces(item, trade.getGiven()) + Sale.pieces(item, trade.getReceived());
    sold(Sale.of(item, trade), pieces, context);
  }

  private void sold(List<Sale> sales, long traded, Context<ItemDayState> context) {
    if (sales.isEmpty() && traded == 0 || isAhead(context)) {
      return;
    }
    hour(context)
        .ifPresent(
            hour -> {
              hour.setTraded(Math.addExact(hour.getTraded(), traded));
              sales.forEach(sale -> ItemHours.sell(hour, sale));
            });
    // However late a sale is, it may have changed the base price.
    tellSoon(context);
  }

  private void move(ItemChange move, Context<ItemDayState> context) {
    EconomyRules.ItemFlow flow = EconomyRules.flowOf(move.getReason(), move.getAmount());
    if (flow == EconomyRules.ItemFlow.NEITHER
        || move.getItemId() != item(context)
        || isAhead(context)) {
      return;
    }
    hour(context)
        .ifPresent(
            hour -> {
              if (flow == EconomyRules.ItemFlow.SUPPLY) {
                hour.setSupply(Math.addExact(hour.getSupply(), (long) move.getAmount()));
              } else {
                hour.setDemand(Math.subtractExact(hour.getDemand(), (long) move.getAmount()));
              }
              tellSoon(context);
            });
  }

  private static boolean isAhead(Context<?> context) {
    return EconomyRules.isAhead(context.time(), context.clock());
  }

  /** The hour of the event, unless it is no longer among the last 24. */
  private static Optional<ItemHour> hour(Context<ItemDayState> context) {
    return EconomyRules.hourOf(context.time()) < EconomyRules.oldestHour(context.clock())
        ? Optional.empty()
        : Optional.of(ItemHours.at(context.state(), context.time()));
  }

  private static void tellSoon(Context<ItemDayState> context) {
    ItemDayState state = context.state();
    if (state.getTellAt() <= context.clock()) {
      state.setTellAt(context.nextTurn(TELL_EVERY));
      context.wakeAt(state.getTellAt(), TELL);
    }
  }

  /** Tells the world what has changed, and wakes again when time alone will change it. */
  private void tell(long due, Context<ItemDayState> context) {
    ItemDayState state = context.state();
    ItemEconomyState market = context.peek(ItemMarket.STATE);
    ItemHours.expire(state, context.clock());
    ItemShare share = ItemHours.share(state, market.getBasePriceMilli(), context.clock());
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
    if (!market.getBaseOfDay()) {
      // The day that closes first gives the base price, a moment before this.
      for (Candle day : EconomyViews.openWindows(market, WindowSize.DAY)) {
        context.wakeAt(day.getWindowEnd() + EconomyRules.GRACE + 1, TELL);
      }
    }
  }
}
