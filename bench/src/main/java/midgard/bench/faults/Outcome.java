package midgard.bench.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What became of a scenario.
 *
 * @param findings of each oracle that judged, by its name
 * @param notes what was done
 */
record Outcome(
    String scenario, Map<String, List<String>> findings, List<String> notes, Duration took) {
  /** The column of what every scenario wants: a world that works everything off in the end. */
  static final String COMES_BACK = "back";

  /** The column of what a scenario judges by itself. */
  static final String OWN = "own";

  boolean isGreen() {
    return findings.values().stream().allMatch(List::isEmpty);
  }

  /** As it stands in the table. */
  String cell(String oracle) {
    List<String> found = findings.get(oracle);
    return found == null ? "–" : found.isEmpty() ? "ok" : "FAILED";
  }
}
