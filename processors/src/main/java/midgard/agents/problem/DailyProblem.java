package midgard.agents.problem;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.dynamicboss.BossDefeated;
import midgard.schemas.dynamicboss.BossShare;
import midgard.schemas.dynamicboss.SpawnReason;
import midgard.schemas.problem.Contribution;
import midgard.schemas.problem.Problem;
import midgard.schemas.problem.ProblemClosed;
import midgard.schemas.problem.ProblemOpened;
import midgard.schemas.problem.ProblemProgress;
import midgard.schemas.problem.ProblemState;
import midgard.schemas.problem.ProblemStatus;
import midgard.schemas.problem.SpawnData;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.reputation.ReputationKind;
import midgard.schemas.storyline.DeedOutcome;
import midgard.schemas.world.WorldFigures;

/**
 * One problem a day, at midnight and in a new world at once; it ends when the players have solved
 * it, or at its expiry, the next midnight at the latest.
 */
public final class DailyProblem extends Agent<ProblemState> {
  public static final StateOf<ProblemState> STATE =
      StateOf.of(AgentName.PROBLEM, Domain.WORLD, ProblemState.class);

  private static final String EXPIRE = "expire";

  public DailyProblem() {
    super(STATE);
    on(WorldFigures.class, this::figures);
    on(ProblemProgress.class, this::progress);
    on(BossDefeated.class, this::bossDefeated);
    onTimer(EXPIRE, (due, context) -> expire(context));
    daily("daily_problem_generation", LocalTime.MIDNIGHT, this::generate);
  }

  private void figures(WorldFigures figures, Context<ProblemState> context) {
    ProblemState state = context.state();
    state.setOnlinePlayers(figures.getOnlinePlayers());
    state.setMeanLevel(figures.getMeanLevel());
    state.setMaps(figures.getMaps());
    if (!figures.getHuntedMaps().isEmpty()) {
      state.setHuntedMaps(figures.getHuntedMaps());
      if (state.getMapGuessed() && isActive(state.getCurrent())) {
        move(state.getCurrent(), context);
      }
    }
  }

  /** A new world's problem goes to where monsters are, as soon as somebody has found some. */
  private static void move(Problem problem, Context<ProblemState> context) {
    ProblemState state = context.state();
    state.setMapGuessed(false);
    String map = ProblemRules.targetMap(problem.getDifficulty(), state.getHuntedMaps());
    if (map.equals(problem.getTargetMap())) {
      return;
    }
    ProblemChoice.moveTo(map, problem);
    open(problem, context);
    ProblemEffects.announce(problem, "move", ProblemTexts.opening(problem), context);
    context.change(ProblemEffects.row(state));
  }

  private void generate(Context<ProblemState> context) {
    ProblemState state = context.state();
    if (isActive(state.getCurrent()) || state.getDay() >= context.day()) {
      return;
    }
    ProblemRules.Kind kind = ProblemRules.kind(ProblemChoice.of(context));
    Problem problem = ProblemChoice.problem(kind, context);
    state.setDay(context.day());
    state.setCurrent(problem);
    state.setContributions(new ArrayList<>());
    ProblemChoice.remember(problem, state);

    // Monsters that are sent there make any map a right one.
    SpawnData spawns = problem.getSpawnData();
    state.setMapGuessed(state.getHuntedMaps().isEmpty() && spawns == null);
    open(problem, context);
    ProblemEffects.announce(problem, "start", ProblemTexts.opening(problem), context);
    if (spawns != null) {
      ProblemEffects.spawn(problem, spawns, context);
    }
    context.change(ProblemEffects.row(state));
    context.wakeAt(problem.getExpiresAt(), EXPIRE);
  }

  private static void open(Problem problem, Context<ProblemState> context) {
    SpawnData spawns = problem.getSpawnData();
    context.broadcast(
        Domain.MAP,
        new ProblemOpened(
            problem.getProblemId(),
            problem.getTargetMap(),
            spawns == null ? 0 : spawns.getMobId(),
            problem.getCreatedAt(),
            problem.getExpiresAt()));
    ProblemEffects.begin(problem, context);
  }

  private static boolean isActive(Problem problem) {
    return problem != null && problem.getStatus() == ProblemStatus.active;
  }

  private void progress(ProblemProgress progress, Context<ProblemState> context) {
    ProblemState state = context.state();
    Problem problem = state.getCurrent();
    if (!isActive(problem)
        || !problem.getProblemId().equals(progress.getProblemId())
        || context.time() >= problem.getExpiresAt()) {
      return;
    }
    for (Contribution more : progress.getContributions()) {
      Contribution sum = Contributions.add(state.getContributions(), more);
      context.change(ProblemEffects.history(problem, sum, Instant.ofEpochMilli(context.time())));
    }
    problem.setTotalPoints(Contributions.points(state.getContributions()));
    if (problem.getTotalPoints() >= problem.getRequiredPoints()) {
      complete(problem, context);
    } else {
      context.change(ProblemEffects.row(state));
    }
  }

  /** The boss that came because nobody did: with it the problem falls, for all who fought it. */
  private void bossDefeated(BossDefeated boss, Context<ProblemState> context) {
    if (boss.getSpawnReason() != SpawnReason.problem_escalation) {
      return;
    }
    ProblemState state = context.state();
    Problem problem = state.getCurrent();
    if (!isActive(problem)
        || !problem.getProblemId().equals(boss.getSourceId())
        || boss.getDefeatedAt() >= problem.getExpiresAt()) {
      return;
    }
    for (BossShare share : boss.getParticipants()) {
      long player = share.getPlayerId();
      // Who struck last may have had the points by his own kill already.
      Contribution before = Contributions.add(state.getContributions(), none(player));
      if (before.getMvpKills() == 0) {
        Contributions.add(
            state.getContributions(),
            new Contribution(player, 0, 1, (long) ProblemRules.POINTS_PER_MVP));
      }
      context.change(ProblemEffects.history(problem, before, Instant.ofEpochMilli(context.time())));
    }
    problem.setTotalPoints(Contributions.points(state.getContributions()));
    complete(problem, context);
  }

  private static Contribution none(long player) {
    return new Contribution(player, 0, 0, 0L);
  }

  private static void complete(Problem problem, Context<ProblemState> context) {
    List<Contribution> contributions = context.state().getContributions();
    problem.setStatus(ProblemStatus.completed);
    problem.setCompletedAt(context.time());
    for (Contribution contribution : contributions) {
      long player = contribution.getPlayerId();
      ProblemEffects.reward(problem, player, context);
      context.signal(
          Domain.PLAYER,
          Long.toString(player),
          new ReputationGain(
              ReputationKind.world_guardian,
              ProblemRules.REPUTATION,
              "problem",
              problem.getProblemId()));
    }
    ProblemEffects.tell(problem, contributions, DeedOutcome.success, context);
    close(problem, ProblemTexts.solved(problem, contributions.size()), context);
  }

  private static void expire(Context<ProblemState> context) {
    Problem problem = context.state().getCurrent();
    if (!isActive(problem) || context.time() < problem.getExpiresAt()) {
      return;
    }
    problem.setStatus(ProblemStatus.expired);
    ProblemEffects.tell(problem, context.state().getContributions(), DeedOutcome.failure, context);
    close(problem, ProblemTexts.unsolved(problem), context);
  }

  private static void close(Problem problem, String text, Context<ProblemState> context) {
    context.broadcast(Domain.MAP, new ProblemClosed(problem.getProblemId()));
    ProblemEffects.end(problem, context);
    ProblemEffects.announce(problem, "end", text, context);
    context.change(ProblemEffects.row(context.state()));
  }
}
