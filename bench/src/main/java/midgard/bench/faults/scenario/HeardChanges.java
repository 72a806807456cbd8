package midgard.bench.faults.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether somebody heard of every change once, and of those of a partition in their order. */
final class HeardChanges {
  private HeardChanges() {}

  /**
   * What is wrong, one line each.
   *
   * @param heard ids as {@code partition-offset}, in the order in which they came
   * @param logged ids of all changes, in any order
   */
  static List<String> judge(List<String> heard, List<String> logged) {
    List<String> found = new ArrayList<>();
    Set<String> once = new LinkedHashSet<>();
    for (String id : heard) {
      if (!once.add(id)) {
        found.add("Redis told of %s twice.".formatted(id));
      }
    }
    Set<String> expected = new HashSet<>(logged);
    logged.stream()
        .filter(id -> !once.contains(id))
        .forEach(id -> found.add("Redis never told of %s.".formatted(id)));
    Map<String, Long> last = new HashMap<>();
    for (String id : once) {
      if (!expected.contains(id)) {
        found.add("Redis told of %s, which is not in the log.".formatted(id));
      }
      String[] place = id.split("-");
      long offset = Long.parseLong(place[1]);
      long before = last.getOrDefault(place[0], -1L);
      if (offset < before) {
        found.add("Redis told of %s after %s-%d.".formatted(id, place[0], before));
      }
      last.put(place[0], offset);
    }
    return found;
  }
}
