package midgard.sql;

import static midgard.sql.generated.Tables.GAME_ACTIONS;
import static midgard.sql.generated.Tables.ITEM_WINDOWS;
import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetentionRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  @RegisterExtension private final FreshDatabase fresh = new FreshDatabase();
  private Database database;
  private AgedRows rows;

  @BeforeEach
  void migrate() {
    database = fresh.migrated();
    rows = new AgedRows(database);
  }

  static Stream<RetentionRule> rulesOfWholeTables() {
    return RetentionRules.all().stream().filter(rule -> rule.table() != ITEM_WINDOWS);
  }

  static List<RetentionRule> rules() {
    return RetentionRules.all();
  }

  @ParameterizedTest
  @MethodSource("rulesOfWholeTables")
  void shouldDeleteWhatIsOlderThanItsDaysAndKeepTheRest(RetentionRule rule) throws Exception {
    // Given
    Instant lastKept = NOW.minus(Duration.ofDays(rule.days()));
    rows.dropChecks(rule.table());
    rows.insert(rule.table(), lastKept.minusMillis(1));
    rows.insert(rule.table(), lastKept);
    rows.insert(rule.table(), NOW);

    // When
    deleteOld();

    // Then
    assertThat(database.dsl().fetchValues(rule.time()))
        .extracting(OffsetDateTime::toInstant)
        .containsExactlyInAnyOrder(lastKept, NOW);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldFindTheOldestByAnIndexOnTheirTime(RetentionRule rule) {
    // Given: a planner that is not tempted by a table so small that reading it whole is as good
    String plan =
        database
            .dsl()
            .transactionResult(
                c -> {
                  DSLContext tx = c.dsl();
                  tx.execute("set local enable_seqscan = off");
                  tx.execute("set local enable_sort = off");
                  return tx.explain(
                          tx.select(rule.key())
                              .from(rule.table())
                              .where(rule.isOver(NOW))
                              .orderBy(rule.time())
                              .limit(1))
                      .plan();
                });

    // Then: an index that begins with another column would have to be sorted
    assertThat(plan)
        .containsPattern("Index Cond: .*\\b" + rule.time().getName() + "\"? < ")
        .doesNotContain("Sort");
  }

  @Test
  void shouldKeepAsLongAsTheEarlierSystemDid() {
    Map<String, Integer> days = new HashMap<>();
    rulesOfWholeTables().forEach(rule -> days.put(rule.table().getName(), rule.days()));

    assertThat(days)
        .containsAllEntriesOf(
            Stream.of(
                    "problem_history 30",
                    "npc_interactions 30",
                    "event_participation 30",
                    "faction_actions 30",
                    "reputation_history 90",
                    "boss_spawn_history 60",
                    "hazard_encounters 30",
                    "weather_history 90",
                    "economy_snapshots 90",
                    "price_adjustments 90",
                    "karma_actions 30",
                    "social_participation 30")
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(line -> line[0], line -> Integer.valueOf(line[1]))));
  }

  @Test
  void shouldKeepWindowsTheLongerTheLargerTheyAre() throws Exception {
    // Given
    rows.dropChecks(ITEM_WINDOWS);
    for (int days : List.of(1, 8, 91, 4000)) {
      for (String size : List.of("1m", "1h", "1d")) {
        rows.insert(
            ITEM_WINDOWS, NOW.minus(Duration.ofDays(days)), Map.of(ITEM_WINDOWS.SIZE, size));
      }
    }

    // When
    deleteOld();

    // Then
    assertThat(database.dsl().fetchValues(ITEM_WINDOWS.SIZE))
        .containsExactlyInAnyOrder("1m", "1h", "1h", "1d", "1d", "1d", "1d");
  }

  @Test
  void shouldKeepAnActionThatIsStillOpenHoweverOldItIs() throws Exception {
    // Given
    Map<Field<?>, Object> open = new HashMap<>();
    open.put(GAME_ACTIONS.IDEMPOTENCY_KEY, "open");
    open.put(GAME_ACTIONS.STATUS, "leased");
    open.put(GAME_ACTIONS.ENDED_AT, null);
    rows.insert(GAME_ACTIONS, NOW.minus(Duration.ofDays(4000)), open);
    rows.insert(
        GAME_ACTIONS,
        NOW.minus(Duration.ofDays(4000)),
        Map.of(
            GAME_ACTIONS.STATUS,
            "completed",
            GAME_ACTIONS.ENDED_AT,
            NOW.minus(Duration.ofDays(91)).atOffset(ZoneOffset.UTC)));

    // When
    deleteOld();

    // Then
    assertThat(database.dsl().fetchValues(GAME_ACTIONS.IDEMPOTENCY_KEY)).containsExactly("open");
  }

  private void deleteOld() throws InterruptedException {
    new Retention(database, new MetricRegistry(), Clock.systemUTC(), ZoneOffset.UTC).deleteOld(NOW);
  }
}
