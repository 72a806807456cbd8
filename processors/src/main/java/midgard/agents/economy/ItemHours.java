package midgard.agents.economy;

import java.util.List;
import midgard.schemas.economy.ItemDayState;
import midgard.schemas.economy.ItemHour;
import midgard.schemas.economy.ItemShare;

/** Supply, demand and sales of one item over the last 24 hours of event time, hour by hour. */
final class ItemHours {
  private ItemHours() {}

  /** Drops the hours that are no longer among the last 24. */
  static void expire(ItemDayState state, long now) {
    state.getHours().removeIf(hour -> hour.getHour() < EconomyRules.oldestHour(now));
  }

  /** The hour that holds an instant, made if need be. */
  static ItemHour at(ItemDayState state, long time) {
    long hour = EconomyRules.hourOf(time);
    List<ItemHour> hours = state.getHours();
    int place = hours.size();
    while (place > 0 && hours.get(place - 1).getHour() > hour) {
      place--;
    }
    if (place > 0 && hours.get(place - 1).getHour() == hour) {
      return hours.get(place - 1);
    }
    ItemHour made = ItemHour.newBuilder().setHour(hour).build();
    hours.add(place, made);
    return made;
  }

  /** Counts a sale; what was given away for nothing says nothing about prices. */
  static void sell(ItemHour hour, Sale sale) {
    if (sale.zeny() == 0) {
      return;
    }
    hour.setPricedAmount(Math.addExact(hour.getPricedAmount(), sale.amount()));
    hour.setPricedZeny(Math.addExact(hour.getPricedZeny(), sale.zeny()));
    if (sale.market()) {
      hour.setMarketZeny(Math.addExact(hour.getMarketZeny(), sale.zeny()));
    }
  }

  /** The sum of the last 24 hours, with what the pieces sold would cost at a base price. */
  static ItemShare share(ItemDayState state, long basePriceMilli, long now) {
    ItemShare share = ItemShare.newBuilder().build();
    long pieces = 0;
    for (ItemHour hour : state.getHours()) {
      if (hour.getHour() >= EconomyRules.oldestHour(now)) {
        share.setSupply(Math.addExact(share.getSupply(), hour.getSupply()));
        share.setDemand(Math.addExact(share.getDemand(), hour.getDemand()));
        share.setTraded(Math.addExact(share.getTraded(), hour.getTraded()));
        share.setZeny(Math.addExact(share.getZeny(), hour.getPricedZeny()));
        share.setMarketZeny(Math.addExact(share.getMarketZeny(), hour.getMarketZeny()));
        pieces = Math.addExact(pieces, hour.getPricedAmount());
      }
    }
    share.setBaseValue(Fixed.ratio(pieces, basePriceMilli, EconomyRules.MILLI));
    return share;
  }

  /** {@code a + sign * b}, figure by figure. */
  static ItemShare plus(ItemShare a, ItemShare b, int sign) {
    return new ItemShare(
        Math.addExact(a.getSupply(), sign * b.getSupply()),
        Math.addExact(a.getDemand(), sign * b.getDemand()),
        Math.addExact(a.getTraded(), sign * b.getTraded()),
        Math.addExact(a.getZeny(), sign * b.getZeny()),
        Math.addExact(a.getBaseValue(), sign * b.getBaseValue()),
        Math.addExact(a.getMarketZeny(), sign * b.getMarketZeny()));
  }
}
