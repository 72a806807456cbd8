package midgard.sql.history;

import static midgard.sql.generated.Tables.BOSS_SPAWN_HISTORY;

import java.util.List;
import java.util.Optional;
import midgard.sql.Database;
import midgard.sql.generated.tables.records.BossSpawnHistoryRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The bosses that came so far, and how it went. */
public final class BossHistory {
  public static final int MAX_LIMIT = 500;

  private final DSLContext dsl;

  public BossHistory(Database database) {
    this.dsl = database.dsl();
  }

  /**
   * The newest first.
   *
   * @param map only those of this map; empty: of all
   * @param limit 1 to {@link #MAX_LIMIT}
   * @throws IllegalArgumentException when the limit is out of range
   * @throws org.jooq.exception.DataAccessException when the database is away
   */
  public List<PastBoss> newest(Optional<String> map, int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "A list of bosses has 1 to %d entries, not %d.".formatted(MAX_LIMIT, limit));
    }
    Condition where = map.map(BOSS_SPAWN_HISTORY.SPAWN_MAP::eq).orElseGet(DSL::noCondition);
    return dsl.selectFrom(BOSS_SPAWN_HISTORY)
        .where(where)
        .orderBy(BOSS_SPAWN_HISTORY.SPAWNED_AT.desc(), BOSS_SPAWN_HISTORY.BOSS_ID)
        .limit(limit)
        .fetch(BossHistory::boss);
  }

  private static PastBoss boss(BossSpawnHistoryRecord row) {
    return new PastBoss(
        row.getBossId(),
        row.getBossType(),
        row.getSpawnReason(),
        row.getSpawnMap(),
        row.getDifficultyRating(),
        row.getParticipantsCount(),
        row.getTimeToDefeat(),
        row.getWasDefeated(),
        row.getSpawnedAt().toInstant());
  }
}
