package midgard.agents.consciousness;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import midgard.schemas.consciousness.ConsciousnessState;
import midgard.schemas.consciousness.Happening;
import midgard.schemas.consciousness.MoodLine;
import midgard.schemas.consciousness.PastHappening;

/** What is worth talking about. */
final class Mood {
  private Mood() {}

  /** Most important first: what goes on, then what passed within a day. */
  static List<MoodLine> lines(ConsciousnessState state, long now) {
    Stream<MoodLine> present =
        state.getPresent().stream()
            .filter(happening -> !Present.isOver(happening, now))
            .limit(ConsciousnessRules.LINES_NOW)
            .map(Mood::line);
    long since = now - ConsciousnessRules.TALKED_ABOUT.toMillis();
    Stream<MoodLine> past =
        state.getPast().stream()
            .filter(happening -> happening.getEndedAt() > since)
            .sorted(Comparator.comparing(PastHappening::getImportance).reversed())
            .limit(ConsciousnessRules.LINES_PAST)
            .map(Mood::line);
    return Stream.concat(present, past).toList();
  }

  private static MoodLine line(Happening happening) {
    return new MoodLine(
        happening.getTopic(),
        happening.getId(),
        happening.getText(),
        happening.getMap(),
        happening.getImportance(),
        happening.getStartedAt(),
        happening.getEndsAt(),
        false,
        List.of());
  }

  private static MoodLine line(PastHappening happening) {
    return new MoodLine(
        happening.getTopic(),
        happening.getId(),
        happening.getText(),
        happening.getMap(),
        happening.getImportance(),
        happening.getStartedAt(),
        happening.getEndedAt(),
        true,
        happening.getPlayers());
  }
}
