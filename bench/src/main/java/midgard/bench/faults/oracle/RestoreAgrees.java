package midgard.bench.faults.oracle;

import java.util.ArrayList;
import java.util.List;
import midgard.bench.faults.Oracle;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.faults.evidence.States;

/** A world that has lost its local states has the same ones after its next start. */
public final class RestoreAgrees implements Oracle {
  @Override
  public String name() {
    return "restore";
  }

  @Override
  public String claims() {
    return "after a start without the state folder, the files hold what they held before";
  }

  @Override
  public List<String> judge(Evidence evidence) {
    States before = evidence.states().local();
    States after = evidence.states().restored().orElseThrow().readableIn(before);
    List<String> found = new ArrayList<>();
    after
        .unreadable()
        .forEach(
            (store, why) ->
                found.add(
                    "The restored files of %s cannot be read: %s".formatted(store.strip(), why)));
    found.addAll(
        Differences.between(
            "State", "the files before", before.values(), "the restored", after.values()));
    found.addAll(
        Differences.between(
            "Window", "the files before", before.windows(), "the restored", after.windows()));
    return found;
  }
}
