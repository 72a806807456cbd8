package midgard.bench.traffic;

import java.util.HashMap;
import java.util.Map;

/** The pieces a player holds, per item; never below 0. Its order is that of the first piece. */
final class Bag {
  private final Map<Integer, Integer> slots = new HashMap<>();
  private int[] items = new int[8];
  private int[] amounts = new int[8];
  private int size;

  int amount(int item) {
    Integer slot = slots.get(item);
    return slot == null ? 0 : amounts[slot];
  }

  /**
   * @throws IllegalStateException when it would hold less than nothing
   */
  void add(int item, int pieces) {
    Integer slot = slots.get(item);
    if (slot == null) {
      slot = size++;
      if (slot == items.length) {
        items = java.util.Arrays.copyOf(items, slot * 2);
        amounts = java.util.Arrays.copyOf(amounts, slot * 2);
      }
      items[slot] = item;
      slots.put(item, slot);
    }
    if (amounts[slot] + pieces < 0) {
      throw new IllegalStateException(
          "%d pieces of item %d cannot leave a bag of %d".formatted(-pieces, item, amounts[slot]));
    }
    amounts[slot] += pieces;
  }

  /** The item there is most of, but no equipment; 0 if there is nothing. */
  int mostOf() {
    int best = -1;
    for (int i = 0; i < size; i++) {
      if (items[i] != Items.KNIFE && (best < 0 || amounts[i] > amounts[best])) {
        best = i;
      }
    }
    return best < 0 || amounts[best] == 0 ? 0 : items[best];
  }

  /** Some item of which there are this many, found from a place on; 0 if there is none. */
  int holding(int pieces, int from) {
    for (int i = 0; i < size; i++) {
      int slot = Math.floorMod(from + i, size);
      if (amounts[slot] >= pieces && items[slot] != Items.KNIFE) {
        return items[slot];
      }
    }
    return 0;
  }
}
