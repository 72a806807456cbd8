package midgard.agents.economysocial;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import midgard.schemas.economy.EconomyState;
import midgard.schemas.economy.ItemRank;
import midgard.schemas.economysocial.DropAction;
import midgard.schemas.economysocial.DropAdvice;
import midgard.schemas.economysocial.ItemRate;

/** Which items should drop more or less often (domain reference 1.21). */
final class DropRates {
  static final int UNCHANGED = MerchantRules.MILLI;

  /** The game was asked, and did not do it. */
  static final int UNKNOWN = 0;

  /** Of each sort, so that there are 10 at most. */
  private static final int ITEMS = 5;

  /** Fewer pieces a day say nothing; this figure is ours. */
  private static final long TELLING = 20;

  private static final int PROBLEM_LESS = 500;
  private static final int EVENT_LESS = 600;
  private static final int PROBLEM_MORE = 1300;
  private static final int TREASURE_MORE = 1500;

  private DropRates() {}

  static List<DropAdvice> advice(EconomyState economy) {
    List<DropAdvice> advice = new ArrayList<>();
    for (ItemRank item : glutted(economy).limit(ITEMS).toList()) {
      advice.add(advice("problem", item, DropAction.reduce_drop_rate, PROBLEM_LESS));
      advice.add(advice("world_event", item, DropAction.reduce_drop_rate, EVENT_LESS));
    }
    for (ItemRank item : scarce(economy).limit(ITEMS).toList()) {
      advice.add(advice("treasure", item, DropAction.increase_drop_rate, TREASURE_MORE));
      advice.add(advice("problem", item, DropAction.increase_drop_rate, PROBLEM_MORE));
    }
    return advice;
  }

  private static DropAdvice advice(String agent, ItemRank item, DropAction action, int milli) {
    return new DropAdvice(agent, item.getItemId(), action, milli);
  }

  private static Stream<ItemRank> glutted(EconomyState economy) {
    return economy.getFarmed().stream()
        .filter(item -> item.getSupply() >= TELLING)
        .filter(item -> MerchantRules.isGlutted(item.getSupply(), item.getDemand()));
  }

  private static Stream<ItemRank> scarce(EconomyState economy) {
    return economy.getScarce().stream()
        .filter(item -> item.getDemand() >= TELLING)
        .filter(item -> MerchantRules.isScarce(item.getSupply(), item.getDemand()));
  }

  /**
   * What monsters' drops are set to in the game: what is advised to the problem agent, whose
   * monsters are the game's own.
   */
  static TreeMap<Integer, Integer> wanted(List<DropAdvice> advice) {
    TreeMap<Integer, Integer> wanted = new TreeMap<>();
    advice.stream()
        .filter(entry -> entry.getAgent().equals("problem"))
        .forEach(entry -> wanted.put(entry.getItemId(), entry.getMultiplierMilli()));
    return wanted;
  }

  /** The items whose rate is another than wanted, with the rate that is. */
  static TreeMap<Integer, Integer> changes(List<ItemRate> rates, TreeMap<Integer, Integer> wanted) {
    TreeMap<Integer, Integer> changes = new TreeMap<>(wanted);
    for (ItemRate rate : rates) {
      int want = wanted.getOrDefault(rate.getItemId(), UNCHANGED);
      if (want == rate.getRateMilli()) {
        changes.remove(rate.getItemId());
      } else {
        changes.put(rate.getItemId(), want);
      }
    }
    return changes;
  }

  static void set(List<ItemRate> rates, int item, int milli) {
    rates.removeIf(rate -> rate.getItemId() == item);
    if (milli != UNCHANGED) {
      int place = 0;
      while (place < rates.size() && rates.get(place).getItemId() < item) {
        place++;
      }
      rates.add(place, new ItemRate(item, milli));
    }
  }
}
