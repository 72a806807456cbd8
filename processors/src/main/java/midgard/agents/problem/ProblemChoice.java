package midgard.agents.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import midgard.agent.Context;
import midgard.schemas.problem.Occurrence;
import midgard.schemas.problem.Problem;
import midgard.schemas.problem.ProblemState;
import midgard.schemas.problem.ProblemStatus;
import midgard.schemas.problem.ProblemType;
import midgard.schemas.problem.SpawnData;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws the problem of a day from the state of the world. */
final class ProblemChoice {
  private ProblemChoice() {}

  /**
   * The type. The earlier system kept a day's draw, so that asking again gave the same answer; here
   * a day is asked about once, and its draw is the same in every replay.
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
    forget(state.getRecent(), context.time());
    return ProblemRules.drawWeighted(fitting, state.getRecent(), context.random());
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
    List<String> maps = state.getHuntedMaps().isEmpty() ? state.getMaps() : state.getHuntedMaps();
    String map = ProblemRules.targetMap(difficulty, maps);
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

  static void moveTo(String map, Problem problem) {
    problem.setTargetMap(map);
    problem.setDescription(
        ProblemTexts.description(
            ProblemRules.kind(problem.getProblemType()), map, (int) problem.getRequiredPoints()));
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
