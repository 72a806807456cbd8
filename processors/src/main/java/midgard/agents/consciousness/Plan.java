package midgard.agents.consciousness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import midgard.schemas.consciousness.ConsciousnessState;
import midgard.schemas.consciousness.Happening;
import midgard.schemas.consciousness.PastHappening;
import midgard.schemas.consciousness.PlanStep;
import midgard.schemas.consciousness.ReasoningChain;

/** What comes next, as far as it is set. */
final class Plan {
  private static final Comparator<Happening> NEXT =
      Comparator.comparing(Happening::getEndsAt)
          .thenComparing(Happening::getTopic)
          .thenComparing(Happening::getId);

  private Plan() {}

  static List<PlanStep> of(List<Happening> present) {
    List<Happening> next =
        present.stream()
            .filter(happening -> happening.getEndsAt() > 0)
            .sorted(NEXT)
            .limit(ConsciousnessRules.STEPS)
            .toList();
    List<PlanStep> plan = new ArrayList<>();
    for (Happening happening : next) {
      plan.add(
          new PlanStep(
              plan.size() + 1,
              happening.getEndsAt(),
              happening.getTopic(),
              happening.getId(),
              "The " + happening.getTopic().replace('_', ' ') + " ends: " + happening.getText()));
    }
    return plan;
  }

  /** The state's plan with what it was made from. */
  static ReasoningChain chain(String id, ConsciousnessState state, long time) {
    List<PastHappening> alike = alike(state);
    long asPlanned = asPlanned(alike);
    return new ReasoningChain(
        id,
        "world",
        "world",
        state.getDepth(),
        state.getPast(),
        state.getPresent(),
        state.getPlan(),
        state.getPlan().stream().map(Plan::line).toList(),
        "%d set ends lie ahead; of %d such ends in the past %d came when they were set."
            .formatted(state.getPlan().size(), alike.size(), asPlanned),
        confidence(alike.size(), asPlanned),
        0,
        Instant.ofEpochMilli(time));
  }

  private static String line(PlanStep step) {
    return "%d. %s %s"
        .formatted(step.getStep(), Instant.ofEpochMilli(step.getAt()), step.getText());
  }

  /** Past happenings of the plan's kinds whose end had been set. */
  private static List<PastHappening> alike(ConsciousnessState state) {
    List<String> topics =
        state.getPlan().stream().map(PlanStep::getTopic).distinct().collect(Collectors.toList());
    return state.getPast().stream()
        .filter(past -> past.getPlannedEnd() > 0 && topics.contains(past.getTopic()))
        .toList();
  }

  private static long asPlanned(List<PastHappening> alike) {
    return alike.stream().filter(past -> past.getEndedAt() >= past.getPlannedEnd()).count();
  }

  static int confidence(int known, long asPlanned) {
    return known == 0
        ? ConsciousnessRules.CONFIDENCE_MILLI
        : (int) ((asPlanned * 1000 + known / 2) / known);
  }
}
