package midgard.bench.faults.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import midgard.bench.faults.Oracle;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.faults.evidence.States;

/** Every store holds what its log leads to: on disk, in the changelog, in a replay. */
public final class StoresAgree implements Oracle {
  @Override
  public String name() {
    return "stores";
  }

  @Override
  public String claims() {
    return "files on disk = changelogs = a replay's states: every store, window, timer and clock";
  }

  @Override
  public List<String> judge(Evidence evidence) {
    Evidence.Kept kept = evidence.states();
    List<String> found = new ArrayList<>();
    if (kept.replayed().values().isEmpty()) {
      found.add("The replay left no state, so nothing could be judged.");
    }
    States changelogs = kept.changelogs().without(kept.notReplayed());
    found.addAll(
        Differences.between(
            "State",
            "the changelogs",
            changelogs.values(),
            "the replay",
            kept.replayed().values()));
    found.addAll(
        Differences.between(
            "Window",
            "the changelogs",
            changelogs.windows(),
            "the replay",
            kept.replayed().windows()));
    if (!evidence.filesHurt()) {
      kept.local()
          .unreadable()
          .forEach(
              (store, why) ->
                  found.add("The files of %s cannot be read: %s".formatted(store.strip(), why)));
    }
    States logged = kept.changelogs().readableIn(kept.local());
    found.addAll(
        Differences.between(
            "State",
            "the files on disk",
            kept.local().values(),
            "the changelogs",
            logged.values()));
    if (kept.local().windows().isEmpty() && !logged.windows().isEmpty()) {
      found.add("The changelogs hold windows, and there is none in the files on disk.");
    }
    // Window stores forget what is older than their retention; the changelogs may still hold it.
    Map<String, String> remembered = new TreeMap<>(logged.windows());
    remembered.keySet().retainAll(kept.local().windows().keySet());
    found.addAll(
        Differences.between(
            "Window", "the files on disk", kept.local().windows(), "the changelogs", remembered));
    return found;
  }
}
