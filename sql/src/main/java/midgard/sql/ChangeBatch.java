package midgard.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import midgard.schemas.change.Change;
import midgard.schemas.serde.SchemaRegistryException;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Some records of the topic as rows to write, folded to the last one of each table and key: a row
 * that changed a hundred times in a batch is written once.
 */
final class ChangeBatch {

  /**
   * A row to write.
   *
   * @param earlier the one that it replaced within the batch, or null; it is written after all if
   *     the database refuses this one
   */
  record Row(ConsumerRecord<byte[], byte[]> source, IndexedRecord values, Row earlier) {}

  /** A record that is no readable change, and why. */
  record Unreadable(ConsumerRecord<byte[], byte[]> source, String reason) {}

  private final Map<ChangeTable, Map<List<Object>, Row>> rows = new LinkedHashMap<>();
  private final List<Unreadable> unreadable = new ArrayList<>();

  /**
   * @throws SchemaRegistryException when the registry does not answer, so that nobody can tell
   *     whether the records are readable
   */
  static ChangeBatch of(
      Iterable<ConsumerRecord<byte[], byte[]>> records,
      Deserializer<Change> deserializer,
      ChangeTables tables) {
    ChangeBatch batch = new ChangeBatch();
    for (ConsumerRecord<byte[], byte[]> source : records) {
      try {
        Change change = deserializer.deserialize(source.topic(), source.value());
        if (change == null) {
          batch.unreadable.add(new Unreadable(source, "The record has no value."));
        } else {
          IndexedRecord values = (IndexedRecord) change.getBody();
          batch.add(tables.of(values.getSchema()), source, values);
        }
      } catch (SchemaRegistryException e) {
        if (e.passing()) {
          throw e;
        }
        batch.unreadable.add(new Unreadable(source, e.getMessage()));
      } catch (SerializationException e) {
        batch.unreadable.add(new Unreadable(source, e.getMessage()));
      }
    }
    return batch;
  }

  private void add(ChangeTable table, ConsumerRecord<byte[], byte[]> source, IndexedRecord values) {
    rows.computeIfAbsent(table, t -> new LinkedHashMap<>())
        .compute(table.keyOf(values), (key, earlier) -> new Row(source, values, earlier));
  }

  /** The rows by table, no key of a table twice. */
  Map<ChangeTable, Collection<Row>> rows() {
    Map<ChangeTable, Collection<Row>> byTable = new LinkedHashMap<>();
    rows.forEach((table, byKey) -> byTable.put(table, byKey.values()));
    return byTable;
  }

  List<Unreadable> unreadable() {
    return unreadable;
  }
}
