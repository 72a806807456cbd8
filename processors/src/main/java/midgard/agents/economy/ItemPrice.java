package midgard.agents.economy;

import midgard.schemas.economy.Candle;
import midgard.schemas.economy.EventOrder;
import midgard.schemas.economy.ItemEconomyState;

/** The base price of an item, against which the price index holds it, and its last price. */
final class ItemPrice {
  private ItemPrice() {}

  /** The first price is the base until a day has closed; a gift has no price. */
  static void remember(ItemEconomyState state, EventOrder place, Sale sale) {
    if (sale.zeny() == 0) {
      return;
    }
    long price = Math.max(1, sale.priceMilli());
    if (state.getFirstSale() == null
        || EventOrders.BY_TIME.compare(place, state.getFirstSale()) < 0) {
      state.setFirstSale(place);
      if (!state.getBaseOfDay()) {
        state.setBasePriceMilli(price);
      }
    }
    if (state.getLastSale() == null
        || EventOrders.BY_TIME.compare(place, state.getLastSale()) >= 0) {
      state.setLastSale(place);
      state.setLastPriceMilli(price);
    }
  }

  /** The volume-weighted price of the first day that closes becomes the base for good. */
  static void dayClosed(ItemEconomyState state, Candle day) {
    if (!state.getBaseOfDay() && day.getVwapMilli() > 0) {
      state.setBaseOfDay(true);
      state.setBasePriceMilli(day.getVwapMilli());
    }
  }
}
