package midgard.bench.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a scenario.
 *
 * @param findings of each oracle that judged, by its name
 * @param programs which servers the world stood on, where that differs from machine to machine
 * @param notes what was done
 * @param notRun why it was not run; empty when it was
 */
record Outcome(
    String scenario,
    Map<String, List<String>> findings,
    List<String> programs,
    List<String> notes,
    Duration took,
    Optional<String> notRun) {
  /** The column of what every scenario wants: a world that works everything off in the end. */
  static final String COMES_BACK = "back";

  /** The column of what a scenario judges by itself. */
  static final String OWN = "own";

  static Outcome notRun(String scenario, String why) {
    return new Outcome(scenario, Map.of(), List.of(), List.of(), Duration.ZERO, Optional.of(why));
  }

  boolean isGreen() {
    return findings.values().stream().allMatch(List::isEmpty);
  }

  /** As it stands in the table. */
  String cell(String oracle) {
    List<String> found = findings.get(oracle);
    return found == null ? "–" : found.isEmpty() ? "ok" : "FAILED";
  }
}
