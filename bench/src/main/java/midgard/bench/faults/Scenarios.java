package midgard.bench.faults;

import java.util.List;
import midgard.bench.faults.scenario.WorldKilled;

/** Every scenario, in the order in which they run. */
public final class Scenarios {
  private Scenarios() {}

  public static List<Scenario> all() {
    return List.of(new WorldKilled());
  }
}
