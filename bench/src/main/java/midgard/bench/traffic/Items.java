package midgard.bench.traffic;

import java.util.Map;

/** The item ids that scenes name, and what shops pay and take. The rest of the prices is a rule. */
final class Items {
  static final int RED_POTION = 501;
  static final int APPLE = 512;
  static final int FLY_WING = 601;
  static final int EMPERIUM = 714;
  static final int KNIFE = 1201;

  /** Zeny a shop takes for a piece; recorded, and the game's own for the last two. */
  static final Map<Integer, Integer> SHOP_PRICES =
      Map.of(RED_POTION, 50, 502, 200, APPLE, 15, 602, 300, FLY_WING, 60, KNIFE, 50);

  private Items() {}

  /** Zeny a shop pays for a piece: recorded ones, else a price of the order of loot's. */
  static int sellPrice(int item) {
    return switch (item) {
      case 909 -> 3;
      case 705 -> 6;
      default -> SHOP_PRICES.containsKey(item) ? SHOP_PRICES.get(item) / 2 : 5 + item % 97;
    };
  }
}
