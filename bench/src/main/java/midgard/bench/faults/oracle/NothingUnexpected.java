package midgard.bench.faults.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import midgard.bench.faults.Oracle;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.faults.evidence.ExpectedLetter;
import midgard.bench.faults.evidence.Logged;
import midgard.schemas.DeadLetter;

/** Nothing failed but what was made to fail. */
public final class NothingUnexpected implements Oracle {
  @Override
  public String name() {
    return "quiet";
  }

  @Override
  public String claims() {
    return "in the dead letters is what was planted, once; no gap in sequences, no other failure";
  }

  @Override
  public List<String> judge(Evidence evidence) {
    Set<ExpectedLetter> expected = new HashSet<>(evidence.expectedLetters());
    List<String> found = new ArrayList<>();
    Set<ExpectedLetter> seen = new HashSet<>();
    for (Logged<DeadLetter> letter : evidence.logs().deadLetters()) {
      ExpectedLetter of = of(letter.value());
      if (!expected.contains(of)) {
        found.add(
            "Unexpected dead letter at %s for %s: %s"
                .formatted(letter.place(), of, letter.value().getReason()));
      } else if (!seen.add(of)) {
        found.add(
            "The dead letter for %s is there twice, again at %s.".formatted(of, letter.place()));
      }
    }
    expected.stream()
        .filter(letter -> !seen.contains(letter))
        .forEach(letter -> found.add("No dead letter for what was planted at " + letter + "."));
    if (evidence.figures().missingSequences() != 0) {
      found.add(
          "The world misses %d sequences; every event was fed."
              .formatted(evidence.figures().missingSequences()));
    }
    failures(evidence, expected, found);
    return found;
  }

  private static void failures(
      Evidence evidence, Set<ExpectedLetter> expected, List<String> found) {
    Set<String> failing = expected.stream().map(ExpectedLetter::agent).collect(Collectors.toSet());
    evidence
        .figures()
        .failures()
        .forEach(
            (agent, failures) -> {
              if (failures > 0 && !failing.contains(agent)) {
                found.add("Agent %s failed %d times.".formatted(agent, failures));
              }
            });
    for (ExpectedLetter failure : evidence.effects().failures()) {
      if (!expected.contains(failure)) {
        found.add("In the replay an agent failed: " + failure);
      }
    }
  }

  private static ExpectedLetter of(DeadLetter letter) {
    return new ExpectedLetter(
        letter.getTopic(),
        letter.getPartition(),
        letter.getOffset(),
        letter.getAgent() == null ? "" : letter.getAgent());
  }
}
