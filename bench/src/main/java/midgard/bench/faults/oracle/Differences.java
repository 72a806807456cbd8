package midgard.bench.faults.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tells where two maps of text differ. */
final class Differences {
  private static final int SHOWN = 200;

  private Differences() {}

  /**
   * @param what for the message: whose entry it is
   * @param one name of the first side
   * @param other name of the second side
   */
  static List<String> between(
      String what, String one, Map<String, String> a, String other, Map<String, String> b) {
    List<String> found = new ArrayList<>();
    Set<String> keys = new TreeSet<>(a.keySet());
    keys.addAll(b.keySet());
    for (String key : keys) {
      String left = a.get(key);
      String right = b.get(key);
      if (left == null) {
        found.add("%s %s is not in %s, but in %s.".formatted(what, key, one, other));
      } else if (right == null) {
        found.add("%s %s is in %s, but not in %s.".formatted(what, key, one, other));
      } else if (!left.equals(right)) {
        found.add(
            "%s %s is %s in %s, but %s in %s."
                .formatted(what, key, cut(left), one, cut(right), other));
      }
    }
    return found;
  }

  private static String cut(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
