package midgard.sql;

import static midgard.sql.generated.Tables.PROJECTION_FAILURES;

import com.codahale.metrics.Counter;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of changes that did not become rows. */
final class ProjectionFailures {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectionFailures.class);

  private final Clock clock;
  private final Counter counter;

  ProjectionFailures(Clock clock, Counter counter) {
    this.clock = clock;
    this.counter = counter;
  }

  /**
   * Keeps a change with its bytes; one that was kept before is kept once.
   *
   * @param table null when the bytes could not be read
   */
  void keep(DSLContext tx, ConsumerRecord<byte[], byte[]> source, String table, String error) {
    // PostgreSQL's text cannot hold the character 0, which the error may quote.
    String reason = error.replace("\u0000", "\\u0000");
    tx.insertInto(PROJECTION_FAILURES)
        .set(PROJECTION_FAILURES.TOPIC, source.topic())
        .set(PROJECTION_FAILURES.PARTITION, source.partition())
        .set(PROJECTION_FAILURES.RECORD_OFFSET, source.offset())
        .set(PROJECTION_FAILURES.TABLE_NAME, table)
        .set(PROJECTION_FAILURES.ERROR, reason)
        .set(PROJECTION_FAILURES.BYTES, source.value())
        .set(
            PROJECTION_FAILURES.FAILED_AT,
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .onConflict(
            PROJECTION_FAILURES.TOPIC,
            PROJECTION_FAILURES.PARTITION,
            PROJECTION_FAILURES.RECORD_OFFSET)
        .doUpdate()
        .setAllToExcluded()
        .execute();
    counter.inc();
    LOG.warn(
        "The change at {}-{} offset {} did not become a row{} and is kept in projection_failures: {}",
        source.topic(),
        source.partition(),
        source.offset(),
        table == null ? "" : " of " + table,
        reason.lines().findFirst().orElse(""));
  }
}
