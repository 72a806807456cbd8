package midgard.agents.economy;

import java.util.ArrayList;
import java.util.List;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.event.PricedItem;
import midgard.schemas.event.TradeComplete;

/**
 * Pieces of one item that changed hands at a known price.
 *
 * @param market between players; else with an NPC shop
 */
record Sale(long amount, long zeny, boolean market) {

  Sale {
    if (zeny > EconomyRules.MAX_LINE) {
      throw new IllegalArgumentException(
          "A line of a sale can carry at most %,d zeny; this one says %,d for %,d pieces."
              .formatted(EconomyRules.MAX_LINE, zeny, amount));
    }
  }

  /** For one piece, in thousandths of a zeny, rounded half up. */
  long priceMilli() {
    return Fixed.ratio(zeny, EconomyRules.MILLI, amount);
  }

  /** The sales of an item among a list's lines. */
  static List<Sale> of(int item, List<PricedItem> lines, boolean market) {
    List<Sale> sales = new ArrayList<>();
    for (PricedItem line : lines) {
      if (line.getItemId() == item) {
        long zeny = Math.multiplyExact(line.getPrice(), (long) line.getAmount());
        sales.add(new Sale(line.getAmount(), zeny, market));
      }
    }
    return sales;
  }

  /**
   * The sale that a trade was, if one side gave one kind of item and the other zeny and nothing
   * else; what was given for what in any other trade is not known.
   */
  static List<Sale> of(int item, TradeComplete trade) {
    if (trade.getReceived().isEmpty() && trade.getZenyGiven() == 0) {
      return of(item, trade.getGiven(), trade.getZenyReceived());
    }
    if (trade.getGiven().isEmpty() && trade.getZenyReceived() == 0) {
      return of(item, trade.getReceived(), trade.getZenyGiven());
    }
    return List.of();
  }

  private static List<Sale> of(int item, List<ItemAmount> goods, long zeny) {
    boolean oneKind = goods.stream().allMatch(line -> line.getItemId() == item);
    if (goods.isEmpty() || !oneKind || zeny == 0) {
      return List.of();
    }
    return List.of(new Sale(pieces(item, goods), zeny, true));
  }

  /** How many pieces of an item a list holds. */
  static long pieces(int item, List<ItemAmount> goods) {
    return goods.stream()
        .filter(line -> line.getItemId() == item)
        .mapToLong(ItemAmount::getAmount)
        .sum();
  }
}
