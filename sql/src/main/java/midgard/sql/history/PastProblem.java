package midgard.sql.history;

import java.time.Instant;

/**
 * A problem of the world and what became of it.
 *
 * @param status active, completed, expired or cancelled
 * @param completedAt null unless completed
 */
public record PastProblem(
    String problemId,
    String problemType,
    String title,
    String description,
    String targetMap,
    int difficulty,
    int participationCount,
    String status,
    long requiredPoints,
    long totalPoints,
    Instant createdAt,
    Instant expiresAt,
    Instant completedAt) {}
