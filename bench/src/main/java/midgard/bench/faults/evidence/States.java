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
 * @param unreadable stores whose files are damaged, {@code player-0 economy-player}, and how that
 *     shows
 */
public record States(
    SortedMap<String, String> values,
    SortedMap<String, String> windows,
    SortedMap<String, String> unreadable) {
  public static States empty() {
    return new States(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  /** Without those of some stores. */
  public States without(Set<String> stores) {
    return new States(without(values, stores), without(windows, stores), unreadable);
  }

  /** Without those of the stores that the other side could not read. */
  public States readableIn(States other) {
    return new States(
        readable(values, other.unreadable), readable(windows, other.unreadable), unreadable);
  }

  private static SortedMap<String, String> readable(
      Map<String, String> all, Map<String, String> unreadable) {
    SortedMap<String, String> left = new TreeMap<>(all);
    left.keySet().removeIf(key -> unreadable.keySet().stream().anyMatch(key::startsWith));
    return left;
  }

  private static SortedMap<String, String> without(Map<String, String> all, Set<String> stores) {
    SortedMap<String, String> left = new TreeMap<>(all);
    left.keySet().removeIf(key -> stores.contains(key.split(" ", 3)[1]));
    return left;
  }
}
