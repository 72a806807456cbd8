package midgard.bench.faults.evidence;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * States as text: domain and partition, store and key; the bytes in hexadecimal, without the schema
 * id.
 *
 * @param values of states, timers and clocks
 * @param windows of window stores, which forget what is old
 */
public record States(SortedMap<String, String> values, SortedMap<String, String> windows) {
  public static States empty() {
    return new States(new TreeMap<>(), new TreeMap<>());
  }

  /** Without those of some stores. */
  public States without(Set<String> stores) {
    return new States(without(values, stores), without(windows, stores));
  }

  private static SortedMap<String, String> without(Map<String, String> all, Set<String> stores) {
    SortedMap<String, String> left = new TreeMap<>(all);
    left.keySet().removeIf(key -> stores.contains(key.split(" ", 3)[1]));
    return left;
  }
}
