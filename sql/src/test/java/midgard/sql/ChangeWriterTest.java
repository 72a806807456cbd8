package midgard.sql;

import static midgard.sql.Changes.NOON;
import static midgard.sql.Changes.TOPIC;
import static midgard.sql.Changes.at;
import static midgard.sql.Changes.gain;
import static midgard.sql.Changes.polled;
import static midgard.sql.Changes.reputation;
import static midgard.sql.generated.Tables.PLAYER_REPUTATION;
import static midgard.sql.generated.Tables.PROJECTION_FAILURES;
import static midgard.sql.generated.Tables.PROJECTION_OFFSETS;
import static midgard.sql.generated.Tables.REPUTATION_HISTORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.codahale.metrics.Counter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.IntStream;
import midgard.sql.ProjectionOffsets.Stand;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChangeWriterTest {
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  @RegisterExtension private final FreshDatabase fresh = new FreshDatabase();
  private final Counter failures = new Counter();
  private final ProjectionOffsets offsets = new ProjectionOffsets(TOPIC.name(), CLOCK);
  private DSLContext dsl;
  private ChangeWriter writer;

  @BeforeEach
  void migrate() {
    dsl = fresh.migrated().dsl();
    writer =
        new ChangeWriter(
            dsl,
            TOPIC.value().deserializer(),
            new ChangeTables(),
            offsets,
            new ProjectionFailures(CLOCK, failures));
    offsets.write(dsl, "id", Map.of(0, 0L, 1, 0L));
  }

  @Test
  void shouldWriteTheWholeRowWhenAChangeArrives() {
    apply(polled(at(0, 0, reputation(7, "Aurelia 'ä' \"q\" \\ 🐺", 1500))));

    var row = dsl.fetchSingle(PLAYER_REPUTATION);
    assertThat(row.getPlayerId()).isEqualTo(7);
    assertThat(row.getPlayerName()).isEqualTo("Aurelia 'ä' \"q\" \\ 🐺");
    assertThat(row.getTotalInfluenceMilli()).isEqualTo(1500);
    assertThat(row.getLastUpdated().toInstant()).isEqualTo(NOON);
  }

  @Test
  void shouldReplaceTheRowWhenItsKeyChangesAgain() {
    apply(polled(at(0, 0, reputation(7, "before", 1))));

    apply(polled(at(0, 1, reputation(7, "after", 2))));

    assertThat(names()).containsExactly("after");
  }

  @Test
  void shouldKeepTheLastWhenAKeyChangesManyTimesInABatch() {
    apply(
        polled(
            at(0, 0, reputation(7, "first", 1)),
            at(0, 1, reputation(8, "other", 1)),
            at(0, 2, reputation(7, "second", 2)),
            at(0, 3, reputation(7, "last", 3))));

    assertThat(names()).containsExactlyInAnyOrder("last", "other");
  }

  @Test
  void shouldWriteThousandsOfRowsWhenABatchIsLarge() {
    @SuppressWarnings("unchecked")
    ConsumerRecord<byte[], byte[]>[] records =
        IntStream.range(0, 5000)
            .mapToObj(i -> at(0, i, reputation(i, "player " + i, i)))
            .toArray(ConsumerRecord[]::new);

    apply(polled(records));

    assertThat(dsl.fetchCount(PLAYER_REPUTATION)).isEqualTo(5000);
  }

  @Test
  void shouldMoveTheOffsetsWhenRowsAreWritten() {
    apply(polled(at(0, 0, gain("a", "quest")), at(1, 0, gain("b", "quest"))));

    assertThat(
            dsl.fetch(PROJECTION_OFFSETS)
                .intoMap(PROJECTION_OFFSETS.PARTITION, PROJECTION_OFFSETS.NEXT_OFFSET))
        .isEqualTo(Map.of(0, 1L, 1, 1L));
  }

  @Test
  void shouldWriteNothingAtAllWhenTheTransactionFailsInTheMiddle() {
    // Given: the second table's statement fails for a reason that is not the data
    dsl.execute("drop table reputation_history cascade");

    // When
    assertThatThrownBy(
            () -> apply(polled(at(0, 0, reputation(7, "one", 1)), at(0, 1, gain("a", "quest")))))
        .isInstanceOf(DataAccessException.class);

    // Then
    assertThat(names()).isEmpty();
    assertThat(next(0)).isZero();
  }

  @Test
  void shouldIsolateTheBadChangeWhenTheDatabaseRefusesIt() {
    // Given: PostgreSQL's text cannot hold the character 0
    ConsumerRecord<byte[], byte[]> bad = at(0, 2, gain("c", "with \u0000 inside"));

    // When
    apply(
        polled(
            at(0, 0, gain("a", "quest")),
            at(0, 1, gain("b", "quest")),
            bad,
            at(0, 3, gain("d", "quest"))));

    // Then
    assertThat(dsl.fetch(REPUTATION_HISTORY).getValues(REPUTATION_HISTORY.HISTORY_ID))
        .containsExactlyInAnyOrder("a", "b", "d");
    var failure = dsl.fetchSingle(PROJECTION_FAILURES);
    assertThat(failure.getRecordOffset()).isEqualTo(2);
    assertThat(failure.getTableName()).isEqualTo("reputation_history");
    assertThat(failure.getError()).contains("\\u0000 cannot be converted to text");
    assertThat(failure.getBytes()).isEqualTo(bad.value());
    assertThat(failures.getCount()).isEqualTo(1);
    assertThat(next(0)).isEqualTo(4);
  }

  @Test
  void shouldKeepTheEarlierRowWhenTheLastOfItsKeyIsRefused() {
    apply(
        polled(
            at(0, 0, reputation(7, "good", 1)),
            at(0, 1, reputation(8, "other", 1)),
            at(0, 2, reputation(7, "bad \u0000", 2))));

    assertThat(names()).containsExactlyInAnyOrder("good", "other");
    assertThat(failures.getCount()).isEqualTo(1);
  }

  @Test
  void shouldKeepTheBytesWhenARecordIsNoChange() {
    // Given
    byte[] noise = "not avro".getBytes(StandardCharsets.UTF_8);
    byte[] unknownSchema = {0, 0, 0, 3, (byte) 0xE7, 1};

    // When
    apply(
        polled(
            at(0, 0, noise),
            at(0, 1, unknownSchema),
            at(0, 2, (byte[]) null),
            at(0, 3, gain("a", "quest"))));

    // Then
    assertThat(dsl.fetchCount(REPUTATION_HISTORY)).isEqualTo(1);
    assertThat(
            dsl.selectFrom(PROJECTION_FAILURES)
                .orderBy(PROJECTION_FAILURES.RECORD_OFFSET)
                .fetch(PROJECTION_FAILURES.BYTES))
        .containsExactly(noise, unknownSchema, null);
    assertThat(next(0)).isEqualTo(4);
  }

  @Test
  void shouldWriteNothingWhenAnotherProjectionWasQuicker() {
    // Given
    ConsumerRecords<byte[], byte[]> first = polled(at(0, 0, reputation(7, "first", 1)));
    ConsumerRecords<byte[], byte[]> second = polled(at(0, 1, reputation(7, "second", 2)));
    apply(first);
    apply(second);

    // When: a slower one comes with the first batch again
    boolean applied = writer.apply(first, Changes.before(first));

    // Then
    assertThat(applied).isFalse();
    assertThat(names()).containsExactly("second");
    assertThat(next(0)).isEqualTo(2);
  }

  @Test
  void shouldWriteNothingWhenTheDatabaseWasWipedUnderIt() {
    // Given
    dsl.deleteFrom(PROJECTION_OFFSETS).execute();
    ConsumerRecords<byte[], byte[]> batch = polled(at(0, 5, reputation(7, "late", 1)));

    // When
    boolean applied = writer.apply(batch, Map.of(0, new Stand("id", 5)));

    // Then
    assertThat(applied).isFalse();
    assertThat(names()).isEmpty();
  }

  private void apply(ConsumerRecords<byte[], byte[]> records) {
    assertThat(writer.apply(records, Changes.before(records))).isTrue();
  }

  private java.util.List<String> names() {
    return dsl.fetch(PLAYER_REPUTATION).getValues(PLAYER_REPUTATION.PLAYER_NAME);
  }

  private long next(int partition) {
    return dsl.fetchSingle(PROJECTION_OFFSETS, PROJECTION_OFFSETS.PARTITION.eq(partition))
        .getNextOffset();
  }
}
