package midgard.bench.faults;

import java.util.List;
import midgard.bench.faults.oracle.DoneOnce;
import midgard.bench.faults.oracle.EffectsOnce;
import midgard.bench.faults.oracle.KeyOrder;
import midgard.bench.faults.oracle.LedgerAgrees;
import midgard.bench.faults.oracle.NothingLost;
import midgard.bench.faults.oracle.NothingUnexpected;
import midgard.bench.faults.oracle.ReplayAgrees;
import midgard.bench.faults.oracle.RestoreAgrees;
import midgard.bench.faults.oracle.StoresAgree;
import midgard.bench.faults.oracle.TablesAgree;

/** Every oracle, in the order of the table's columns. */
public final class Oracles {
  private Oracles() {}

  public static List<Oracle> all() {
    return List.of(
        new NothingLost(),
        new EffectsOnce(),
        new DoneOnce(),
        new KeyOrder(),
        new LedgerAgrees(),
        new ReplayAgrees(),
        new StoresAgree(),
        new TablesAgree(),
        new RestoreAgrees(),
        new NothingUnexpected());
  }
}
