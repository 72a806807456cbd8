package midgard.agents.economysocial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import midgard.schemas.economysocial.Good;
import midgard.schemas.economysocial.GoodsSold;
import midgard.schemas.economysocial.MerchantState;

/**
 * What NPC shops sell, by item id: the reference's 15 items at its prices, and those that shops
 * were seen to sell, at the price at which they were first sold.
 */
final class Goods {
  /** Most goods whose prices are moved. */
  static final int MOST = 50;

  /** Item and price of domain reference 1.21. */
  private static final TreeMap<Integer, Long> LISTED = new TreeMap<>();

  static {
    LISTED.put(501, 50L);
    LISTED.put(502, 200L);
    LISTED.put(503, 500L);
    LISTED.put(603, 10_000L);
    LISTED.put(607, 5000L);
    LISTED.put(608, 20_000L);
    LISTED.put(610, 1000L);
    LISTED.put(616, 100_000L);
    LISTED.put(617, 50_000L);
    LISTED.put(714, 3000L);
    LISTED.put(715, 3000L);
    LISTED.put(716, 3000L);
    LISTED.put(983, 200L);
    LISTED.put(984, 500L);
    LISTED.put(985, 1000L);
  }

  private static final Comparator<Good> LEAST_SOLD =
      Comparator.comparingLong(Good::getSoldEver).thenComparing(Good::getItemId);

  private Goods() {}

  /** The price of a listed item. */
  static long listPrice(int item) {
    return LISTED.get(item);
  }

  /** The state's goods; a new state gets the listed ones. */
  static List<Good> of(MerchantState state) {
    if (state.getGoods().isEmpty()) {
      LISTED.forEach((item, price) -> state.getGoods().add(good(item, price)));
    }
    return state.getGoods();
  }

  private static Good good(int item, long price) {
    return new Good(item, price, price, new ArrayList<>(), 0L, 0L);
  }

  static Optional<Good> find(MerchantState state, int item) {
    return of(state).stream().filter(good -> good.getItemId() == item).findFirst();
  }

  /** Counts what was sold; a good that is new takes the place of the least sold one. */
  static void sell(MerchantState state, GoodsSold sold) {
    Good good =
        find(state, sold.getItemId())
            .orElseGet(
                () -> {
                  Good learned = good(sold.getItemId(), sold.getPrice());
                  of(state).add(learned);
                  return learned;
                });
    good.setSold(Math.addExact(good.getSold(), sold.getPieces()));
    good.setSoldEver(Math.addExact(good.getSoldEver(), sold.getPieces()));
    of(state).sort(Comparator.comparingInt(Good::getItemId));
    if (of(state).size() > MOST) {
      of(state).stream().filter(Goods::isReplaceable).min(LEAST_SOLD).ifPresent(of(state)::remove);
    }
  }

  /** A price that was moved is kept in mind, or nobody would ever move it back. */
  private static boolean isReplaceable(Good good) {
    return !LISTED.containsKey(good.getItemId())
        && good.getPrice() == good.getBasePrice()
        && good.getSteps().isEmpty();
  }
}
