package midgard.sql.history;

import java.time.Instant;

/**
 * What one player did for one problem.
 *
 * @param actions how the score came about, a JSON object
 */
public record ProblemShare(
    String problemId, long playerId, long contributionScore, String actions, Instant timestamp) {}
