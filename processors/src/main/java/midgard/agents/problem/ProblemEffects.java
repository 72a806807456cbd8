package midgard.agents.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.schemas.Domain;
import midgard.schemas.action.GiveReward;
import midgard.schemas.consciousness.Happening;
import midgard.schemas.consciousness.HappeningEnded;
import midgard.schemas.problem.Contribution;
import midgard.schemas.problem.KillCounts;
import midgard.schemas.problem.Problem;
import midgard.schemas.problem.ProblemHistory;
import midgard.schemas.problem.ProblemState;
import midgard.schemas.problem.SpawnData;
import midgard.schemas.problem.WorldProblem;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedOutcome;
import midgard.schemas.storyline.DeedShare;

/** What the game and the database get to see of a problem. */
final class ProblemEffects {
  /** Most monsters that one action may bring. */
  private static final int MAX_AMOUNT = 100;

  /** What one player's share in a deed is at most. */
  private static final long MOST_SCORE = 100;

  private ProblemEffects() {}

  static void announce(
      Problem problem, String occasion, String text, Context<ProblemState> context) {
    context.action(
        GameRequest.announcement("problem:" + problem.getProblemId() + ":" + occasion, text));
  }

  static void spawn(Problem problem, SpawnData spawns, Context<ProblemState> context) {
    int left = spawns.getSpawnCount();
    for (int part = 1; left > 0; part++) {
      int amount = Math.min(MAX_AMOUNT, left);
      left -= amount;
      context.action(
          GameRequest.monsters(
              "problem:" + problem.getProblemId() + ":spawn:" + part,
              spawns.getMapName(),
              spawns.getMobId(),
              amount,
              Duration.ofMillis(problem.getExpiresAt() - problem.getCreatedAt())));
    }
  }

  static void reward(Problem problem, long player, Context<ProblemState> context) {
    GiveReward reward =
        GiveReward.newBuilder()
            .setPlayerId(player)
            .setItems(problem.getRewardData().getItems())
            .setZeny(problem.getRewardData().getZeny())
            .setBaseExp(problem.getRewardData().getExp())
            .build();
    context.action(
        GameRequest.reward("problem:" + problem.getProblemId() + ":player:" + player, reward));
  }

  /** To all agents that go by what players have brought about. */
  static void tell(
      Problem problem,
      List<Contribution> contributions,
      DeedOutcome outcome,
      Context<ProblemState> context) {
    context.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        new Deed(
            DeedKind.problem,
            problem.getProblemId(),
            problem.getTitle(),
            problem.getTargetMap(),
            contributions.stream().map(ProblemEffects::share).toList(),
            problem.getTotalPoints(),
            outcome));
  }

  private static DeedShare share(Contribution contribution) {
    int score = (int) Math.min(MOST_SCORE, contribution.getPoints());
    return new DeedShare(contribution.getPlayerId(), score);
  }

  /** So that the whole world knows what goes on where. */
  static void begin(Problem problem, Context<ProblemState> context) {
    context.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        new Happening(
            DeedKind.problem.name(),
            problem.getProblemId(),
            ProblemTexts.news(problem),
            problem.getTargetMap(),
            problem.getDifficulty(),
            problem.getCreatedAt(),
            problem.getExpiresAt()));
  }

  static void end(Problem problem, Context<ProblemState> context) {
    HappeningEnded ended = new HappeningEnded(DeedKind.problem.name(), problem.getProblemId());
    context.signal(Domain.WORLD, Domain.WORLD_KEY, ended);
  }

  static ProblemHistory history(Problem problem, Contribution sum, Instant time) {
    return new ProblemHistory(
        problem.getProblemId() + ":" + sum.getPlayerId(),
        problem.getProblemId(),
        sum.getPlayerId(),
        "kill",
        new KillCounts(sum.getKills(), sum.getMvpKills()),
        sum.getPoints(),
        time);
  }

  static WorldProblem row(ProblemState state) {
    Problem problem = state.getCurrent();
    Long completedAt = problem.getCompletedAt();
    return new WorldProblem(
        problem.getProblemId(),
        problem.getProblemType(),
        problem.getTitle(),
        problem.getDescription(),
        problem.getTargetMap(),
        problem.getSpawnData(),
        problem.getRewardData(),
        problem.getDifficulty(),
        state.getContributions().size(),
        problem.getStatus(),
        problem.getRequiredPoints(),
        problem.getTotalPoints(),
        Instant.ofEpochMilli(problem.getCreatedAt()),
        Instant.ofEpochMilli(problem.getExpiresAt()),
        completedAt == null ? null : Instant.ofEpochMilli(completedAt));
  }
}
