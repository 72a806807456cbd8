package midgard.sql.history;

import static midgard.sql.generated.Tables.ECONOMY_SNAPSHOTS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import midgard.sql.Database;
import midgard.sql.generated.tables.records.EconomySnapshotsRecord;
import org.jooq.DSLContext;
import org.jooq.Field;

/** How the economy went. A snapshot is taken every minute in which something changed. */
public final class EconomyHistory {
  public static final int MAX_POINTS = 2000;

  private final DSLContext dsl;

  public EconomyHistory(Database database) {
    this.dsl = database.dsl();
  }

  /**
   * Snapshots of a range, the oldest first. The range is cut into {@code points} equal spans of
   * whole minutes at least, and of each span that has any the last is shown, so that a long range
   * keeps its course.
   *
   * @param from inclusive
   * @param to exclusive, after {@code from}
   * @param points 1 to {@link #MAX_POINTS}
   * @throws IllegalArgumentException when the range is empty or points are out of range
   * @throws org.jooq.exception.DataAccessException when the database is away
   */
  public List<EconomyPoint> between(Instant from, Instant to, int points) {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("The range from %s to %s is empty.".formatted(from, to));
    }
    if (points < 1 || points > MAX_POINTS) {
      throw new IllegalArgumentException(
          "A history has 1 to %d points, not %d.".formatted(MAX_POINTS, points));
    }
    long minutes = Math.max(1, ceilDiv(Duration.between(from, to).toSeconds(), 60L * points));
    OffsetDateTime start = from.atOffset(ZoneOffset.UTC);
    // Written out, not as parameters: PostgreSQL must see that both places mean the same.
    Field<OffsetDateTime> span =
        field(
            "date_bin(make_interval(mins => {0}), {1}, {2})",
            OffsetDateTime.class,
            inline(Math.toIntExact(minutes)),
            ECONOMY_SNAPSHOTS.TIMESTAMP,
            inline(start));
    return dsl.selectFrom(ECONOMY_SNAPSHOTS)
        .where(
            ECONOMY_SNAPSHOTS.SNAPSHOT_ID.in(
                dsl.select(ECONOMY_SNAPSHOTS.SNAPSHOT_ID)
                    .distinctOn(span)
                    .from(ECONOMY_SNAPSHOTS)
                    .where(ECONOMY_SNAPSHOTS.TIMESTAMP.ge(start))
                    .and(ECONOMY_SNAPSHOTS.TIMESTAMP.lt(to.atOffset(ZoneOffset.UTC)))
                    .orderBy(
                        span,
                        ECONOMY_SNAPSHOTS.TIMESTAMP.desc(),
                        ECONOMY_SNAPSHOTS.SNAPSHOT_ID.desc())))
        .orderBy(ECONOMY_SNAPSHOTS.TIMESTAMP, ECONOMY_SNAPSHOTS.SNAPSHOT_ID)
        .fetch(EconomyHistory::point);
  }

  private static long ceilDiv(long value, long by) {
    return (value + by - 1) / by;
  }

  private static EconomyPoint point(EconomySnapshotsRecord row) {
    return new EconomyPoint(
        row.getSnapshotId(),
        row.getZenyCirculation(),
        row.getZenyPerCapita(),
        row.getActivePlayers(),
        row.getPriceIndexMilli(),
        row.getInflationRate(),
        row.getEconomicIndicator(),
        row.getHealth(),
        row.getHealthScoreMilli(),
        row.getVolume_24h(),
        row.getFaucet_24h(),
        row.getSink_24h(),
        row.getTopFarmedItems().data(),
        row.getScarceItems().data(),
        row.getTimestamp().toInstant());
  }
}
