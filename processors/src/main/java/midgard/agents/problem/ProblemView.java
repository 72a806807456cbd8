package midgard.agents.problem;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import midgard.schemas.problem.Problem;
import midgard.schemas.problem.ProblemState;
import midgard.schemas.problem.ProblemStatus;
import midgard.schemas.problem.ProblemType;
import midgard.schemas.problem.RewardData;
import midgard.schemas.problem.SpawnData;

/**
 * A problem as the API shows it at an instant (domain reference 2.3), with its progress.
 *
 * @param spawnData empty for types that bring no monsters
 */
public record ProblemView(
    String problemId,
    ProblemType problemType,
    String title,
    String description,
    String targetMap,
    Optional<SpawnData> spawnData,
    RewardData rewardData,
    int difficulty,
    ProblemStatus status,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> completedAt,
    int participationCount,
    long totalPoints,
    long requiredPoints) {

  /** The active problem: one or none. Expired is expired at that instant, tick or no tick. */
  public static List<ProblemView> active(ProblemState state, long now) {
    return last(state, now).filter(view -> view.status == ProblemStatus.active).stream().toList();
  }

  /** The last problem, whatever became of it; empty in a world that never ticked. */
  public static Optional<ProblemView> last(ProblemState state, long now) {
    Problem problem = state.getCurrent();
    if (problem == null) {
      return Optional.empty();
    }
    boolean over = problem.getStatus() == ProblemStatus.active && now >= problem.getExpiresAt();
    return Optional.of(
        new ProblemView(
            problem.getProblemId(),
            problem.getProblemType(),
            problem.getTitle(),
            problem.getDescription(),
            problem.getTargetMap(),
            Optional.ofNullable(problem.getSpawnData()),
            problem.getRewardData(),
            problem.getDifficulty(),
            over ? ProblemStatus.expired : problem.getStatus(),
            Instant.ofEpochMilli(problem.getCreatedAt()),
            Instant.ofEpochMilli(problem.getExpiresAt()),
            Optional.ofNullable(problem.getCompletedAt()).map(Instant::ofEpochMilli),
            state.getContributions().size(),
            problem.getTotalPoints(),
            problem.getRequiredPoints()));
  }
}
