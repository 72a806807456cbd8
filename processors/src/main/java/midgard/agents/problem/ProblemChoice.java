package midgard.agents.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import midgard.agent.Context;
import midgard.schemas.problem.Choice;
import midgard.schemas.problem.Occurrence;
import midgard.schemas.problem.Problem;
import midgard.schemas.problem.ProblemState;
import midgard.schemas.problem.ProblemStatus;
import midgard.schemas.problem.ProblemType;
import midgard.schemas.problem.SpawnData;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws the problem of a day from the state of the world. */
final class ProblemChoice {
  private static final int LEVEL_STEP = 10;
  private static final int ONLINE_STEP = 5;

  private ProblemChoice() {}

  /**
   * The type. Where enough players are on line, a weighted draw is kept with its day, level and
   * number of players, and the same question of that day has the same answer.
   */
  static ProblemType of(Context<ProblemState> context) {
    ProblemState state = context.state();
    List<ProblemRules.Kind> fitting = ProblemRules.fitting(state.getMeanLevel());
    if (fitting.size() == 1) {
      return fitting.get(0).type();
    }
    if (ProblemRules.isSmall(state.getOnlinePlayers())) {
      return ProblemRules.drawEasy(fitting, context.random());
    }
    Choice asked =
        new Choice(
            context.day(),
            ProblemRules.rounded(state.getMeanLevel(), LEVEL_STEP),
            ProblemRules.rounded(state.getOnlinePlayers(), ONLINE_STEP),
            ProblemType.weather_hazard);
    Choice kept = state.getChoice();
    if (kept == null || !isSame(kept, asked)) {
      forget(state.getRecent(), context.time());
      asked.setProblemType(ProblemRules.drawWeighted(fitting, state.getRecent(), context.random()));
      state.setChoice(asked);
    }
    return state.getChoice().getProblemType();
  }

  private static boolean isSame(Choice kept, Choice asked) {
    return kept.getDay() == asked.getDay()
        && kept.getLevel() == asked.getLevel()
        && kept.getOnline() == asked.getOnline();
  }

  private static void forget(List<Occurrence> recent, long now) {
    recent.removeIf(o -> o.getCreatedAt() <= now - ProblemRules.REMEMBERED.toMillis());
  }

  static void remember(Problem problem, ProblemState state) {
    forget(state.getRecent(), problem.getCreatedAt());
    state.getRecent().add(new Occurrence(problem.getProblemType(), problem.getCreatedAt()));
  }

  static Problem problem(ProblemRules.Kind kind, Context<ProblemState> context) {
    ProblemState state = context.state();
    int difficulty = ProblemRules.difficulty(kind, state.getMeanLevel());
    String map = ProblemRules.targetMap(difficulty, state.getMaps());
    int required = ProblemRules.requiredPoints(kind, difficulty);
    return new Problem(
        context.newId("problem"),
        kind.type(),
        ProblemTexts.title(kind, now(context).getDayOfMonth()),
        ProblemTexts.description(kind, map, required),
        map,
        kind.spawns()
            ? new SpawnData(map, ProblemRules.spawnCount(difficulty), ProblemRules.mob(difficulty))
            : null,
        ProblemRewards.of(difficulty, state.getMeanLevel(), state.getOnlinePlayers()),
        difficulty,
        ProblemStatus.active,
        context.time(),
        expiry(kind, context),
        null,
        (long) required,
        0L);
  }

  private static ZonedDateTime now(Context<ProblemState> context) {
    return Instant.ofEpochMilli(context.time()).atZone(context.zone());
  }

  /** Never past midnight: the next day has its own problem. */
  private static long expiry(ProblemRules.Kind kind, Context<ProblemState> context) {
    UniformRandomProvider random = context.random();
    long hours = random.nextInt(kind.minHours(), kind.maxHours() + 1);
    ZonedDateTime midnight = now(context).toLocalDate().plusDays(1).atStartOfDay(context.zone());
    return Math.min(
        context.time() + Duration.ofHours(hours).toMillis(), midnight.toInstant().toEpochMilli());
  }
}
