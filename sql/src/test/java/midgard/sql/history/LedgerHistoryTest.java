package midgard.sql.history;

import static midgard.sql.generated.Tables.ZENY_LEDGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import midgard.sql.Database;
import midgard.sql.FreshDatabase;
import org.jooq.JSONB;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LedgerHistoryTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @RegisterExtension private final FreshDatabase fresh = new FreshDatabase();
  private Database database;
  private LedgerHistory history;

  @BeforeEach
  void migrate() {
    database = fresh.migrated();
    history = new LedgerHistory(database);
  }

  @Test
  void shouldShowTheNewestFirstWhenAsked() {
    given("a", 1, "quest", NOON);
    given("b", 1, "quest", NOON.plusSeconds(2));
    given("c", 1, "quest", NOON.plusSeconds(1));

    assertThat(ids(LedgerQuery.all(10))).containsExactly("b", "c", "a");
  }

  @Test
  void shouldShowAllThatTheRowHoldsWhenRead() {
    given("a", 1, "quest", NOON);

    assertThat(history.page(LedgerQuery.all(1)).entries())
        .containsExactly(
            new LedgerEntry("a", 1, -5, "sink", "quest", null, 95L, "{\"offset\": 3}", NOON));
  }

  @Test
  void shouldNarrowWhenPlayerReasonAndTimeAreGiven() {
    given("a", 1, "quest", NOON);
    given("b", 2, "quest", NOON);
    given("c", 1, "loot", NOON);
    given("early", 1, "quest", NOON.minusSeconds(1));
    given("late", 1, "quest", NOON.plusSeconds(1));

    assertThat(
            ids(
                LedgerQuery.all(10)
                    .ofPlayer(1)
                    .forReason("quest")
                    .from(NOON)
                    .to(NOON.plusSeconds(1))))
        .containsExactly("a");
  }

  @Test
  void shouldShowEveryEntryOnceWhenPagedWhileNewOnesArrive() {
    // Given: several of one instant, and times finer than a millisecond
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      given("e" + i, 1, "quest", NOON.plusNanos((i / 3) * 1_000L));
      all.add(0, "e" + i);
    }

    // When
    List<String> seen = new ArrayList<>();
    LedgerPage page = history.page(LedgerQuery.all(3));
    seen.addAll(ids(page));
    for (Optional<LedgerCursor> next = page.next(); next.isPresent(); next = page.next()) {
      given("new " + seen.size(), 1, "quest", NOON.plusSeconds(60));
      LedgerCursor passedOn = LedgerCursor.parse(next.get().toString());
      page = history.page(LedgerQuery.all(3).after(passedOn));
      seen.addAll(ids(page));
    }

    // Then
    assertThat(seen).containsExactlyElementsOf(all);
  }

  @Test
  void shouldHaveNoNextPageWhenTheLastIsExactlyFull() {
    given("a", 1, "quest", NOON);
    given("b", 1, "quest", NOON);

    assertThat(history.page(LedgerQuery.all(2)).next()).isEmpty();
  }

  private void given(String id, long player, String reason, Instant time) {
    database
        .dsl()
        .insertInto(ZENY_LEDGER)
        .set(ZENY_LEDGER.ENTRY_ID, id)
        .set(ZENY_LEDGER.PLAYER_ID, player)
        .set(ZENY_LEDGER.AMOUNT, -5L)
        .set(ZENY_LEDGER.KIND, "sink")
        .set(ZENY_LEDGER.REASON, reason)
        .set(ZENY_LEDGER.BALANCE, 95L)
        .set(ZENY_LEDGER.CAUSE, JSONB.valueOf("{\"offset\": 3}"))
        .set(ZENY_LEDGER.TIMESTAMP, time.atOffset(ZoneOffset.UTC))
        .execute();
  }

  private List<String> ids(LedgerQuery query) {
    return ids(history.page(query));
  }

  private static List<String> ids(LedgerPage page) {
    return page.entries().stream().map(LedgerEntry::entryId).toList();
  }
}
