package midgard.agents.consciousness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import midgard.schemas.consciousness.ConsciousnessState;
import midgard.schemas.consciousness.EndedHappening;
import midgard.schemas.consciousness.Happening;
import midgard.schemas.consciousness.PastHappening;

/** What is no more, latest first. */
final class Past {
  private static final Comparator<PastHappening> ORDER =
      Comparator.comparing(PastHappening::getEndedAt)
          .reversed()
          .thenComparing(PastHappening::getTopic)
          .thenComparing(PastHappening::getId);

  private Past() {}

  static PastHappening of(Happening happening, long endedAt) {
    return new PastHappening(
        happening.getTopic(),
        happening.getId(),
        happening.getText(),
        happening.getMap(),
        happening.getImportance(),
        happening.getStartedAt(),
        endedAt,
        happening.getEndsAt(),
        new ArrayList<>());
  }

  /** Each beginning of a happening is remembered once. */
  static void add(ConsciousnessState state, PastHappening past, long now) {
    boolean known =
        state.getPast().stream()
            .anyMatch(
                p ->
                    p.getTopic().equals(past.getTopic())
                        && p.getId().equals(past.getId())
                        && p.getEndedAt() >= past.getStartedAt()
                        && p.getStartedAt() <= past.getEndedAt());
    if (!known && past.getEndedAt() + ConsciousnessRules.REMEMBERED.toMillis() > now) {
      state.getPast().add(past);
      state.getPast().sort(ORDER);
    }
  }

  static void noteEnd(ConsciousnessState state, String topic, String id, long endedAt) {
    List<EndedHappening> ended = state.getEnded();
    long latest = endedAt;
    for (EndedHappening end : List.copyOf(ended)) {
      if (end.getTopic().equals(topic) && end.getId().equals(id)) {
        latest = Math.max(latest, end.getEndedAt());
        ended.remove(end);
      }
    }
    ended.add(new EndedHappening(topic, id, latest));
    ended.sort(Comparator.comparing(EndedHappening::getEndedAt).reversed());
    if (ended.size() > ConsciousnessRules.ENDED) {
      ended.remove(ended.size() - 1);
    }
  }

  /** Whether its end was told before its beginning. */
  static boolean hasEnded(ConsciousnessState state, Happening happening) {
    return state.getEnded().stream()
        .anyMatch(
            end ->
                end.getTopic().equals(happening.getTopic())
                    && end.getId().equals(happening.getId())
                    && end.getEndedAt() >= happening.getStartedAt());
  }

  /** Drops what is too old, and what is too much of one topic. */
  static void forget(ConsciousnessState state, ConsciousnessRules rules, long now) {
    long oldest = now - ConsciousnessRules.REMEMBERED.toMillis();
    state.getEnded().removeIf(end -> end.getEndedAt() <= oldest);
    Map<String, Integer> ofTopic = new TreeMap<>();
    state
        .getPast()
        .removeIf(
            past ->
                !rules.knowsThePast()
                    || past.getEndedAt() <= oldest
                    || ofTopic.merge(past.getTopic(), 1, Integer::sum)
                        > ConsciousnessRules.PAST_OF_A_TOPIC);
  }
}
