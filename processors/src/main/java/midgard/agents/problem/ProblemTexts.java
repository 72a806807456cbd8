package midgard.agents.problem;

import midgard.schemas.problem.Problem;
import midgard.schemas.problem.ProblemType;

/** What players read of a problem. */
final class ProblemTexts {
  private ProblemTexts() {}

  static String title(ProblemRules.Kind kind, int dayOfMonth) {
    return kind.readableName() + " Day " + dayOfMonth;
  }

  static String description(ProblemRules.Kind kind, String map, int points) {
    String task =
        kind.spawns()
            ? "Slay %d of the monsters that came; an MVP there counts as %d."
            : "Slay %d monsters there; an MVP counts as %d.";
    return story(kind.type()).formatted(map)
        + " "
        + task.formatted(points, ProblemRules.POINTS_PER_MVP);
  }

  private static String story(ProblemType type) {
    return switch (type) {
      case monster_surge -> "Monsters pour into %s.";
      case mvp_rampage -> "Something mighty has driven its followers into %s.";
      case good_vs_evil -> "Light and darkness fight for %s.";
      case resource_shortage -> "Beasts keep the gatherers out of %s.";
      case pollution -> "Foul creatures poison the land of %s.";
      case weather_hazard -> "A storm has driven the monsters of %s wild.";
    };
  }

  /** What NPCs say of it. */
  static String news(Problem problem) {
    return story(problem.getProblemType()).formatted(problem.getTargetMap());
  }

  static String opening(Problem problem) {
    return problem.getTitle() + ": " + problem.getDescription();
  }

  static String solved(Problem problem, int players) {
    return "%s is solved! %s shared in it; the rewards are on their way."
        .formatted(problem.getTitle(), players == 1 ? "One player" : players + " players");
  }

  static String unsolved(Problem problem) {
    return "%s went unsolved: %d of %d."
        .formatted(problem.getTitle(), problem.getTotalPoints(), problem.getRequiredPoints());
  }
}
