package midgard.sql.history;

import java.time.Instant;

/**
 * A boss and how it went; one that is still there is not defeated yet.
 *
 * @param timeToDefeat in seconds; null unless it was defeated
 */
public record PastBoss(
    String bossId,
    String bossType,
    String spawnReason,
    String spawnMap,
    int difficultyRating,
    int participantsCount,
    Integer timeToDefeat,
    boolean wasDefeated,
    Instant spawnedAt) {}
