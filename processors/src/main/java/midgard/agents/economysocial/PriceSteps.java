package midgard.agents.economysocial;

import java.time.Duration;
import midgard.schemas.economysocial.Good;
import midgard.schemas.economysocial.PriceStep;

/** One good's price on its way; always from the last price, within all bounds at once. */
final class PriceSteps {
  private static final long DAY = Duration.ofHours(24).toMillis();

  private PriceSteps() {}

  /**
   * The price after a step; the same when a bound or the smallness of the price allows none.
   *
   * @param milli size of the step in thousandths of the price, 0 to 200
   */
  static long next(Good good, int milli, boolean up, long now) {
    long price = good.getPrice();
    long step = price * Math.min(milli, MerchantRules.STEP_BOUND_MILLI) / MerchantRules.MILLI;
    long lowest = Math.max(1, ceiling(good.getBasePrice(), MerchantRules.LEAST_OF_BASE_MILLI));
    long highest = floor(good.getBasePrice(), MerchantRules.MOST_OF_BASE_MILLI);
    for (PriceStep earlier : good.getSteps()) {
      if (earlier.getTime() > now - DAY) {
        lowest = Math.max(lowest, ceiling(earlier.getOldPrice(), dayBound(-1)));
        highest = Math.min(highest, floor(earlier.getOldPrice(), dayBound(1)));
      }
    }
    return up
        ? Math.max(price, Math.min(highest, price + step))
        : Math.min(price, Math.max(lowest, price - step));
  }

  private static int dayBound(int sign) {
    return MerchantRules.MILLI + sign * MerchantRules.DAY_BOUND_MILLI;
  }

  private static long floor(long price, int milli) {
    return Math.multiplyExact(price, milli) / MerchantRules.MILLI;
  }

  private static long ceiling(long price, int milli) {
    return -Math.floorDiv(-Math.multiplyExact(price, milli), MerchantRules.MILLI);
  }

  /** Moves the price and remembers the old one for a day. */
  static void take(Good good, long price, long now) {
    good.getSteps().removeIf(step -> step.getTime() <= now - DAY);
    good.getSteps().add(new PriceStep(now, good.getPrice()));
    good.setPrice(price);
  }

  /**
   * Goes back to the price before the last step, if that was the one of this instant.
   *
   * @return whether it was
   */
  static boolean takeBack(Good good, long price, long time) {
    if (good.getSteps().isEmpty() || good.getPrice() != price) {
      return false;
    }
    PriceStep last = good.getSteps().get(good.getSteps().size() - 1);
    if (last.getTime() != time) {
      return false;
    }
    good.setPrice(last.getOldPrice());
    good.getSteps().remove(good.getSteps().size() - 1);
    return true;
  }
}
