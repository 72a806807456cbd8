package midgard.sql;

import static midgard.sql.generated.Tables.NPC_TALKS;
import static midgard.sql.generated.Tables.REPUTATION_HISTORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.codahale.metrics.MetricRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import midgard.schemas.reputation.ReputationHistory;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class RetentionTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NIGHT = Instant.parse("2026-11-22T02:00:00Z");
  private static final Instant LONG_AGO = NIGHT.minus(Duration.ofDays(31));
  private static final Duration SOON = Duration.ofSeconds(20);

  @RegisterExtension private final FreshDatabase fresh = new FreshDatabase();
  private final MetricRegistry metrics = new MetricRegistry();
  private final List<Retention> running = new CopyOnWriteArrayList<>();
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();
  private Database database;
  private AgedRows rows;

  @BeforeEach
  void migrate() {
    database = fresh.migrated();
    rows = new AgedRows(database);
    said.list = new CopyOnWriteArrayList<>();
    said.start();
    logger().setLevel(Level.INFO);
    logger().addAppender(said);
  }

  @AfterEach
  void stop() {
    running.forEach(Retention::close);
    logger().detachAppender(said);
    logger().setLevel(null);
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(Retention.class);
  }

  @Test
  void shouldDeleteTheOldestFirstWhenThereIsMoreThanABatch() {
    // Given
    for (int hour = 0; hour < 5; hour++) {
      rows.insert(NPC_TALKS, LONG_AGO.minus(Duration.ofHours(hour)));
    }
    RetentionRule rule = RetentionRule.keep(NPC_TALKS.TIMESTAMP, 30);
    OldRows oldRows = new OldRows(database.dsl(), 2);

    // When
    int first = oldRows.deleteBatch(rule, NIGHT);

    // Then
    assertThat(first).isEqualTo(2);
    assertThat(database.dsl().fetchValues(NPC_TALKS.TIMESTAMP))
        .allMatch(time -> time.toInstant().isAfter(LONG_AGO.minus(Duration.ofHours(3))))
        .hasSize(3);
  }

  @Test
  void shouldGoOnUntilNothingOldIsLeft() throws Exception {
    // Given
    for (int row = 0; row < 5; row++) {
      rows.insert(NPC_TALKS, LONG_AGO);
    }

    // When
    retention(Clock.systemUTC(), 2).deleteOld(NIGHT);

    // Then
    assertThat(talks()).isZero();
    assertThat(metrics.counter("retention.deleted").getCount()).isEqualTo(5);
    assertThat(said.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("Retention: 5 rows of npc_talks deleted, timestamp more than 30 days ago");
  }

  @Test
  void shouldPassOverARowThatIsBeingWritten() {
    // Given
    rows.insert(NPC_TALKS, LONG_AGO);
    rows.insert(NPC_TALKS, LONG_AGO);
    OldRows oldRows = new OldRows(database.dsl(), 10);

    // When
    int gone =
        database
            .dsl()
            .transactionResult(
                c -> {
                  c.dsl().execute("update npc_talks set map = 'geffen' where talk_id = 'row 1'");
                  return oldRows.deleteBatch(RetentionRule.keep(NPC_TALKS.TIMESTAMP, 30), NIGHT);
                });

    // Then
    assertThat(gone).isOne();
    assertThat(database.dsl().fetchValues(NPC_TALKS.TALK_ID)).containsExactly("row 1");
  }

  @Test
  void shouldTakeARowAgainWhenTheProjectionBroughtItBack() throws Exception {
    // Given
    ReputationHistory gain = Changes.gain("gain", "quest");
    ChangeTable table = new ChangeTables().of(gain.getSchema());
    Instant later = Changes.NOON.plus(Duration.ofDays(91));
    Retention retention = retention(Clock.systemUTC(), 10);
    table.upsert(database.dsl(), List.of(gain));
    retention.deleteOld(later);
    assertThat(database.dsl().fetchCount(REPUTATION_HISTORY)).isZero();

    // When
    table.upsert(database.dsl(), List.of(gain));

    // Then
    assertThat(database.dsl().fetchCount(REPUTATION_HISTORY)).isOne();
    retention.deleteOld(later);
    assertThat(database.dsl().fetchCount(REPUTATION_HISTORY)).isZero();
  }

  @Test
  void shouldDeleteWhenTheNightHasCome() {
    rows.insert(NPC_TALKS, LONG_AGO);

    start(justBeforeTheNight());

    await().atMost(SOON).untilAsserted(() -> assertThat(talks()).isZero());
  }

  @Test
  void shouldTryAgainWhenTheDatabaseWasAway() {
    // Given
    rows.insert(NPC_TALKS, LONG_AGO);
    Database administration = fresh.administration();
    fresh.lockOut(administration);
    start(justBeforeTheNight());
    await().atMost(SOON).until(() -> !said.list.isEmpty());

    // When
    fresh.letIn(administration);

    // Then
    await().atMost(SOON).ignoreExceptions().untilAsserted(() -> assertThat(talks()).isZero());
    assertThat(said.list.get(0).getLevel()).isEqualTo(Level.WARN);
    assertThat(said.list.get(0).getFormattedMessage())
        .startsWith("Old rows could not be deleted, the next try is in 0 minutes: ")
        .doesNotContain("\n");
  }

  @Test
  void shouldEndWhenClosedLongBeforeTheNight() throws Exception {
    Thread thread = start(Clock.systemUTC());

    running.forEach(Retention::close);

    thread.join(SOON.toMillis());
    assertThat(thread.isAlive()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T01:59:59Z, 2026-11-22T02:00:00Z",
    "2026-11-22T02:00:00Z, 2026-11-23T02:00:00Z",
    "2026-11-22T23:30:00Z, 2026-11-23T02:00:00Z",
    // The nights in which Berlin's clocks go forward and back.
    "2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
    "2026-10-24T12:00:00Z, 2026-10-25T02:00:00Z"
  })
  void shouldTakeTheNextThreeOClockOfTheWorld(Instant now, Instant next) {
    assertThat(retention(Clock.systemUTC(), 10).nextNight(now)).isEqualTo(next);
  }

  private static Clock justBeforeTheNight() {
    Clock system = Clock.systemUTC();
    return Clock.offset(
        system, Duration.between(system.instant(), NIGHT.minus(Duration.ofMillis(500))));
  }

  private int talks() {
    return database.dsl().fetchCount(DSL.table("npc_talks"));
  }

  private Retention retention(Clock clock, int batch) {
    return new Retention(database, metrics, clock, BERLIN, batch, Duration.ofMillis(300));
  }

  private Thread start(Clock clock) {
    Retention retention = retention(clock, 10);
    running.add(retention);
    Thread thread = new Thread(retention, "retention");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
