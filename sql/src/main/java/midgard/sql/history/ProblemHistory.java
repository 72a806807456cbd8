package midgard.sql.history;

import static midgard.sql.generated.Tables.PROBLEM_HISTORY;
import static midgard.sql.generated.Tables.WORLD_PROBLEMS;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import midgard.sql.Database;
import midgard.sql.generated.tables.records.ProblemHistoryRecord;
import midgard.sql.generated.tables.records.WorldProblemsRecord;
import org.jooq.DSLContext;

/** The problems of the world so far, and who solved them. */
public final class ProblemHistory {
  public static final int MAX_LIMIT = 1000;

  private final DSLContext dsl;

  public ProblemHistory(Database database) {
    this.dsl = database.dsl();
  }

  /**
   * Problems created before an instant, the newest first.
   *
   * @param limit 1 to {@link #MAX_LIMIT}
   * @throws IllegalArgumentException when the limit is out of range
   * @throws org.jooq.exception.DataAccessException when the database is away
   */
  public List<PastProblem> before(Instant instant, int limit) {
    return dsl.selectFrom(WORLD_PROBLEMS)
        .where(WORLD_PROBLEMS.CREATED_AT.lt(instant.atOffset(ZoneOffset.UTC)))
        .orderBy(WORLD_PROBLEMS.CREATED_AT.desc(), WORLD_PROBLEMS.PROBLEM_ID)
        .limit(checked(limit))
        .fetch(ProblemHistory::problem);
  }

  /** The players who took part in a problem, the best first; limit and errors as above. */
  public List<ProblemShare> participants(String problemId, int limit) {
    return dsl.selectFrom(PROBLEM_HISTORY)
        .where(PROBLEM_HISTORY.PROBLEM_ID.eq(problemId))
        .orderBy(PROBLEM_HISTORY.CONTRIBUTION_SCORE.desc(), PROBLEM_HISTORY.PLAYER_ID)
        .limit(checked(limit))
        .fetch(ProblemHistory::share);
  }

  /** The problems that a player took part in, the newest first; limit and errors as above. */
  public List<ProblemShare> ofPlayer(long playerId, int limit) {
    return dsl.selectFrom(PROBLEM_HISTORY)
        .where(PROBLEM_HISTORY.PLAYER_ID.eq(playerId))
        .orderBy(PROBLEM_HISTORY.TIMESTAMP.desc(), PROBLEM_HISTORY.ID)
        .limit(checked(limit))
        .fetch(ProblemHistory::share);
  }

  private static int checked(int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "A list of problems has 1 to %d entries, not %d.".formatted(MAX_LIMIT, limit));
    }
    return limit;
  }

  private static PastProblem problem(WorldProblemsRecord row) {
    OffsetDateTime completed = row.getCompletedAt();
    return new PastProblem(
        row.getProblemId(),
        row.getProblemType(),
        row.getTitle(),
        row.getDescription(),
        row.getTargetMap(),
        row.getDifficulty(),
        row.getParticipationCount(),
        row.getStatus(),
        row.getRequiredPoints(),
        row.getTotalPoints(),
        row.getCreatedAt().toInstant(),
        row.getExpiresAt().toInstant(),
        completed == null ? null : completed.toInstant());
  }

  private static ProblemShare share(ProblemHistoryRecord row) {
    return new ProblemShare(
        row.getProblemId(),
        row.getPlayerId(),
        row.getContributionScore(),
        row.getActionData().data(),
        row.getTimestamp().toInstant());
  }
}
