package midgard.sql;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import midgard.schemas.change.Change;
import midgard.sql.ChangeBatch.Row;
import midgard.sql.ProjectionOffsets.Stand;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.serialization.Deserializer;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/**
 * Writes a batch of changes and the offsets after it in one transaction: either both are there or
 * neither is.
 */
final class ChangeWriter {
  private final DSLContext dsl;
  private final Deserializer<Change> deserializer;
  private final ChangeTables tables;
  private final ProjectionOffsets offsets;
  private final ProjectionFailures failures;

  ChangeWriter(
      DSLContext dsl,
      Deserializer<Change> deserializer,
      ChangeTables tables,
      ProjectionOffsets offsets,
      ProjectionFailures failures) {
    this.dsl = dsl;
    this.deserializer = deserializer;
    this.tables = tables;
    this.offsets = offsets;
    this.failures = failures;
  }

  /**
   * Applies the records that follow on {@code expected}.
   *
   * @param expected what the database must say of the partitions in the batch
   * @return false, and nothing was written, when the database says otherwise: another projection
   *     was here, or the database was wiped
   * @throws DataAccessException when the database is away or cannot write for a reason that is not
   *     the data; nothing was written, unless the connection broke in the very moment of the commit
   */
  boolean apply(ConsumerRecords<byte[], byte[]> records, Map<Integer, Stand> expected) {
    ChangeBatch batch = ChangeBatch.of(records, deserializer, tables);
    Map<Integer, Long> next = new TreeMap<>();
    records
        .partitions()
        .forEach(p -> next.put(p.partition(), records.nextOffsets().get(p).offset()));
    return dsl.transactionResult(
        configuration -> {
          DSLContext tx = configuration.dsl();
          Map<Integer, Stand> found = offsets.lock(tx, next.keySet());
          if (!next.keySet().stream().allMatch(p -> expected.get(p).equals(found.get(p)))) {
            return false;
          }
          batch.rows().forEach((table, rows) -> write(tx, table, List.copyOf(rows)));
          batch.unreadable().forEach(u -> failures.keep(tx, u.source(), null, u.reason()));
          offsets.write(tx, found.values().iterator().next().topicId(), next);
          return true;
        });
  }

  /** Halves the rows until those that the database refuses stand alone. */
  private void write(DSLContext tx, ChangeTable table, List<Row> rows) {
    try {
      // A nested transaction is a savepoint, so that a refusal takes back this statement only.
      tx.transaction(
          savepoint -> table.upsert(savepoint.dsl(), rows.stream().map(Row::values).toList()));
    } catch (DataAccessException e) {
      if (!isRefusal(e)) {
        throw e;
      }
      if (rows.size() > 1) {
        int half = rows.size() / 2;
        write(tx, table, rows.subList(0, half));
        write(tx, table, rows.subList(half, rows.size()));
        return;
      }
      Row refused = rows.get(0);
      failures.keep(tx, refused.source(), table.table().getName(), reason(e));
      if (refused.earlier() != null) {
        write(tx, table, List.of(refused.earlier()));
      }
    }
  }

  /**
   * Whether the fault lies in the data, by the class of the SQL state: 22 data exception, 23
   * integrity constraint violation, 54 a limit exceeded. All else may pass when tried again.
   */
  private static boolean isRefusal(DataAccessException e) {
    String state = e.sqlState();
    return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
  }

  private static String reason(DataAccessException e) {
    return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
  }
}
