package midgard.sql.history;

import static midgard.sql.generated.Tables.KARMA_HISTORY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import midgard.sql.Database;
import midgard.sql.FreshDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KarmaCourseTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @RegisterExtension private final FreshDatabase fresh = new FreshDatabase();
  private Database database;
  private KarmaCourse course;

  @BeforeEach
  void migrate() {
    database = fresh.migrated();
    course = new KarmaCourse(database);
  }

  private void point(String id, Instant time, long milli, boolean shifted) {
    database
        .dsl()
        .insertInto(KARMA_HISTORY)
        .set(KARMA_HISTORY.HISTORY_ID, id)
        .set(KARMA_HISTORY.KARMA_SCORE_MILLI, milli)
        .set(KARMA_HISTORY.ALIGNMENT, "good")
        .set(KARMA_HISTORY.SHIFTED, shifted)
        .set(KARMA_HISTORY.GOOD_ACTIONS_COUNT, 3L)
        .set(KARMA_HISTORY.EVIL_ACTIONS_COUNT, 2L)
        .set(KARMA_HISTORY.TIMESTAMP, time.atOffset(ZoneOffset.UTC))
        .execute();
  }

  @Test
  void shouldShowTheOldestFirstWhenARangeIsAsked() {
    point("c", NOON, 3_500_000, false);
    point("b", NOON.minusSeconds(900), 3_000_001, true);
    point("a", NOON.minusSeconds(1800), 2_000_000, false);

    assertThat(course.between(NOON.minusSeconds(1800), NOON))
        .extracting(KarmaCourse.Point::historyId)
        .containsExactly("a", "b");
    assertThat(course.shifts(NOON.minusSeconds(1800), NOON)).isEqualTo(1);
    assertThat(course.shifts(NOON.minusSeconds(899), NOON.plusSeconds(1))).isZero();
  }

  @Test
  void shouldKeepTheLatestWhenThereAreTooMany() {
    for (int i = 0; i <= KarmaCourse.MAX_POINTS; i++) {
      point("p" + i, NOON.plusSeconds(i), i, false);
    }

    assertThat(course.between(NOON, NOON.plusSeconds(5000)))
        .hasSize(KarmaCourse.MAX_POINTS)
        .first()
        .extracting(KarmaCourse.Point::karmaScoreMilli)
        .isEqualTo(1L);
  }
}
