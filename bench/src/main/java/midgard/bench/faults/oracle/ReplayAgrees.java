package midgard.bench.faults.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import midgard.bench.faults.Oracle;
import midgard.bench.faults.evidence.Effect;
import midgard.bench.faults.evidence.Evidence;

/** What the world concluded is what its inboxes lead to, byte for byte. */
public final class ReplayAgrees implements Oracle {
  @Override
  public String name() {
    return "replay";
  }

  @Override
  public String claims() {
    return "a replay of the inboxes gives the recorded changes, actions and signals";
  }

  @Override
  public List<String> judge(Evidence evidence) {
    Map<String, List<Effect>> recorded = byPlace(evidence.effects().recorded());
    Map<String, List<Effect>> replayed = byPlace(evidence.effects().replayed());
    List<String> found = new ArrayList<>();
    if (replayed.isEmpty()) {
      found.add("The replay led to nothing, so nothing could be judged.");
    }
    Set<String> places = new TreeSet<>(recorded.keySet());
    places.addAll(replayed.keySet());
    for (String place : places) {
      compare(
          recorded.getOrDefault(place, List.of()), replayed.getOrDefault(place, List.of()), found);
    }
    return found;
  }

  private static Map<String, List<Effect>> byPlace(List<Effect> effects) {
    Map<String, List<Effect>> byPlace = new LinkedHashMap<>();
    effects.forEach(e -> byPlace.computeIfAbsent(e.place(), p -> new ArrayList<>()).add(e));
    return byPlace;
  }

  private static void compare(List<Effect> recorded, List<Effect> replayed, List<String> found) {
    for (int i = 0; i < Math.max(recorded.size(), replayed.size()); i++) {
      if (i >= recorded.size()) {
        found.add("Only in the replay: " + replayed.get(i));
      } else if (i >= replayed.size()) {
        found.add("Only recorded: " + recorded.get(i));
      } else if (!recorded.get(i).bytes().equals(replayed.get(i).bytes())) {
        found.add("Other bytes in the replay: " + recorded.get(i));
      }
    }
  }
}
