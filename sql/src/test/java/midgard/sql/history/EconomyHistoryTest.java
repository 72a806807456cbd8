package midgard.sql.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import midgard.sql.Database;
import midgard.sql.FreshDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EconomyHistoryTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @RegisterExtension private final FreshDatabase fresh = new FreshDatabase();
  private Database database;
  private EconomyHistory history;

  @BeforeEach
  void migrate() {
    database = fresh.migrated();
    history = new EconomyHistory(database);
  }

  @Test
  void shouldShowTheWholeSnapshotWhenRead() {
    given("s", NOON);

    EconomyPoint point = history.between(NOON, NOON.plusSeconds(1), 1).get(0);

    assertThat(point.zenyCirculation()).isEqualTo(1000);
    assertThat(point.inflationRate()).isEqualByComparingTo("0.025");
    assertThat(point.economicIndicator()).isEqualTo("balanced");
    assertThat(point.topFarmedItems()).isEqualTo("[{\"item_id\": 501}]");
    assertThat(point.timestamp()).isEqualTo(NOON);
  }

  @Test
  void shouldShowEverySnapshotInOrderWhenThereIsRoomForAll() {
    given("c", NOON.plusSeconds(120));
    given("a", NOON);
    given("b", NOON.plusSeconds(60));
    given("end", NOON.plusSeconds(180));

    assertThat(ids(NOON.plusSeconds(180), 3)).containsExactly("a", "b", "c");
  }

  @Test
  void shouldShowTheLastOfEachSpanWhenTheRangeIsLong() {
    for (int minute = 0; minute < 60; minute++) {
      given("minute " + minute, NOON.plus(Duration.ofMinutes(minute)));
    }

    assertThat(ids(NOON.plus(Duration.ofHours(1)), 4))
        .containsExactly("minute 14", "minute 29", "minute 44", "minute 59");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2001})
  void shouldSayWhatIsRightWhenPointsAreOutOfRange(int points) {
    assertThatThrownBy(() -> ids(NOON.plusSeconds(1), points))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 2000");
  }

  @Test
  void shouldSaySoWhenTheRangeIsEmpty() {
    assertThatThrownBy(() -> ids(NOON, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is empty");
  }

  private List<String> ids(Instant to, int points) {
    return history.between(NOON, to, points).stream().map(EconomyPoint::snapshotId).toList();
  }

  private void given(String id, Instant time) {
    database
        .dsl()
        .execute(
            """
            insert into economy_snapshots (snapshot_id, zeny_circulation, zeny_per_capita, purses,
              active_players, price_index_milli, inflation_rate_milli, economic_indicator, health,
              health_score_milli, volume_24h, market_volume_24h, supply_24h, demand_24h, traded_24h,
              opening_total, faucet_total, sink_total, faucet_24h, sink_24h, transfer_balance,
              drift, flows, top_farmed_items, scarce_items, timestamp)
            values (?, 1000, 10, 100, 9, 1025, 25, 'balanced', 'stable', 700, 1, 2, 3, 4, 5, 6, 7,
              8, 9, 10, 11, 12, '[]', '[{"item_id":501}]', '[]', ?::timestamptz)
            """,
            id,
            time.toString());
  }
}
