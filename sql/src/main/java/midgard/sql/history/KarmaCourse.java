package midgard.sql.history;

import static midgard.sql.generated.Tables.KARMA_HISTORY;
import static org.jooq.impl.DSL.count;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import midgard.sql.Database;
import midgard.sql.generated.tables.records.KarmaHistoryRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** How the world's karma went. It is written every 15 minutes in which it changed. */
public final class KarmaCourse {
  /** Most rows of one answer; of a longer course the latest. */
  public static final int MAX_POINTS = 1000;

  /** The world's karma at an instant; the score in thousandths. */
  public record Point(
      String historyId,
      long karmaScoreMilli,
      String alignment,
      boolean shifted,
      long goodActionsCount,
      long evilActionsCount,
      Instant timestamp) {}

  private final DSLContext dsl;

  public KarmaCourse(Database database) {
    this.dsl = database.dsl();
  }

  /**
   * The latest {@link #MAX_POINTS} points of a range, the oldest first.
   *
   * @param from inclusive
   * @param to exclusive
   * @throws org.jooq.exception.DataAccessException when the database is away
   */
  public List<Point> between(Instant from, Instant to) {
    return dsl
        .selectFrom(KARMA_HISTORY)
        .where(within(from, to))
        .orderBy(KARMA_HISTORY.TIMESTAMP.desc(), KARMA_HISTORY.HISTORY_ID.desc())
        .limit(MAX_POINTS)
        .fetch(KarmaCourse::point)
        .stream()
        .sorted(Comparator.comparing(Point::timestamp).thenComparing(Point::historyId))
        .toList();
  }

  /** How often the world became another in a range. */
  public int shifts(Instant from, Instant to) {
    return dsl.select(count())
        .from(KARMA_HISTORY)
        .where(within(from, to))
        .and(KARMA_HISTORY.SHIFTED)
        .fetchSingle(count());
  }

  private static Condition within(Instant from, Instant to) {
    OffsetDateTime start = from.atOffset(ZoneOffset.UTC);
    return KARMA_HISTORY
        .TIMESTAMP
        .ge(start)
        .and(KARMA_HISTORY.TIMESTAMP.lt(to.atOffset(ZoneOffset.UTC)));
  }

  private static Point point(KarmaHistoryRecord row) {
    return new Point(
        row.getHistoryId(),
        row.getKarmaScoreMilli(),
        row.getAlignment(),
        row.getShifted(),
        row.getGoodActionsCount(),
        row.getEvilActionsCount(),
        row.getTimestamp().toInstant());
  }
}
