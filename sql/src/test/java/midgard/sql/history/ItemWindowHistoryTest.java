package midgard.sql.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import midgard.schemas.economy.Candle;
import midgard.sql.Database;
import midgard.sql.FreshDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ItemWindowHistoryTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @RegisterExtension private final FreshDatabase fresh = new FreshDatabase();
  private Database database;
  private ItemWindowHistory history;

  @BeforeEach
  void migrate() {
    database = fresh.migrated();
    history = new ItemWindowHistory(database);
  }

  @Test
  void shouldGiveTheCandleAsItWasClosedWhenRead() {
    given(501, "1m", NOON);

    long start = NOON.toEpochMilli();
    assertThat(history.between(501, "1m", NOON, NOON.plusSeconds(1)))
        .containsExactly(
            new Candle(start, start + 60_000, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L));
  }

  @Test
  void shouldGiveTheOldestFirstAndNothingElseWhenRangeItemAndSizeAreGiven() {
    given(501, "1m", NOON.plusSeconds(60));
    given(501, "1m", NOON);
    given(501, "1m", NOON.minusSeconds(60));
    given(501, "1m", NOON.plusSeconds(120));
    given(501, "1h", NOON);
    given(502, "1m", NOON);

    List<Candle> found = history.between(501, "1m", NOON, NOON.plusSeconds(120));

    assertThat(found)
        .extracting(Candle::getWindowStart)
        .containsExactly(NOON.toEpochMilli(), NOON.plusSeconds(60).toEpochMilli());
  }

  private void given(int item, String size, Instant start) {
    database
        .dsl()
        .execute(
            "insert into item_windows values (?, ?, ?::timestamptz, ?::timestamptz, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)",
            item,
            size,
            start.toString(),
            start.plusSeconds(60).toString());
  }
}
