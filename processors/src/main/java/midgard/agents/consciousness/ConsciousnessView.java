package midgard.agents.consciousness;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import midgard.schemas.consciousness.ConsciousnessState;
import midgard.schemas.consciousness.Happening;
import midgard.schemas.consciousness.PastHappening;
import midgard.schemas.consciousness.PlanStep;

/**
 * What the world knows at an instant.
 *
 * @param depth shallow, medium, deep; empty before anything was told
 */
public record ConsciousnessView(
    String depth, List<Now> present, List<Then> past, List<Step> plan, Instant timestamp) {

  public record Now(
      String topic,
      String id,
      String text,
      String map,
      int importance,
      Instant startedAt,
      Optional<Instant> endsAt) {}

  public record Then(
      String topic,
      String id,
      String text,
      String map,
      int importance,
      Instant startedAt,
      Instant endedAt,
      List<Long> players) {}

  public record Step(int step, Instant at, String topic, String id, String text) {}

  /** Over is over at that instant, tick or no tick. */
  public static ConsciousnessView of(ConsciousnessState state, long now) {
    Stream<PastHappening> justOver =
        "shallow".equals(state.getDepth())
            ? Stream.empty()
            : state.getPresent().stream()
                .filter(happening -> Present.isOver(happening, now))
                .map(happening -> Past.of(happening, happening.getEndsAt()));
    return new ConsciousnessView(
        state.getDepth(),
        state.getPresent().stream()
            .filter(happening -> !Present.isOver(happening, now))
            .map(ConsciousnessView::now)
            .toList(),
        Stream.concat(justOver, state.getPast().stream()).map(ConsciousnessView::then).toList(),
        state.getPlan().stream()
            .filter(step -> step.getAt() > now)
            .map(ConsciousnessView::step)
            .toList(),
        Instant.ofEpochMilli(now));
  }

  private static Now now(Happening happening) {
    return new Now(
        happening.getTopic(),
        happening.getId(),
        happening.getText(),
        happening.getMap(),
        happening.getImportance(),
        Instant.ofEpochMilli(happening.getStartedAt()),
        Optional.of(happening.getEndsAt()).filter(end -> end > 0).map(Instant::ofEpochMilli));
  }

  private static Then then(PastHappening happening) {
    return new Then(
        happening.getTopic(),
        happening.getId(),
        happening.getText(),
        happening.getMap(),
        happening.getImportance(),
        Instant.ofEpochMilli(happening.getStartedAt()),
        Instant.ofEpochMilli(happening.getEndedAt()),
        happening.getPlayers());
  }

  private static Step step(PlanStep step) {
    return new Step(
        step.getStep(),
        Instant.ofEpochMilli(step.getAt()),
        step.getTopic(),
        step.getId(),
        step.getText());
  }
}
