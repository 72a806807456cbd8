package midgard.bench.faults.evidence;

import java.util.Map;
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
  /** What only the router keeps; it is in no replay. */
  public static final String ROUTER = "router-";

  public static States empty() {
    return new States(new TreeMap<>(), new TreeMap<>());
  }

  /** Without the router's. */
  public States ofAgents() {
    return new States(agents(values), agents(windows));
  }

  private static SortedMap<String, String> agents(Map<String, String> all) {
    SortedMap<String, String> left = new TreeMap<>(all);
    left.keySet().removeIf(key -> key.startsWith(ROUTER));
    return left;
  }
}
