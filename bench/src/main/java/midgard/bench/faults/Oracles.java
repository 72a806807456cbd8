package midgard.bench.faults;

import java.util.List;
import midgard.bench.faults.oracle.EffectsOnce;
import midgard.bench.faults.oracle.NothingLost;

/** Every oracle, in the order of the table's columns. */
public final class Oracles {
  private Oracles() {}

  public static List<Oracle> all() {
    return List.of(new NothingLost(), new EffectsOnce());
  }
}
