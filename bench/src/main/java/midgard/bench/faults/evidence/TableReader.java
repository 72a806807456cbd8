package midgard.bench.faults.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import midgard.bench.faults.evidence.Evidence.TableRows;
import midgard.schemas.change.Change;
import midgard.service.http.Row;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jooq.DSLContext;

/**
 * The rows of PostgreSQL, and beside them the rows that the changes make when they are folded here:
 * the last one of each key. PostgreSQL itself brings both into one spelling.
 */
final class TableReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Table(String name, List<String> key) {
    static Table of(Schema change) {
      List<?> key = (List<?>) change.getObjectProp("key");
      return new Table(
          (String) change.getObjectProp("table"), key.stream().map(Object::toString).toList());
    }
  }

  private final DSLContext sql;

  TableReader(DSLContext sql) {
    this.sql = sql;
  }

  Map<String, TableRows> read(String topic, List<Logged<Change>> changes) {
    Map<Integer, Long> projected = projected(topic);
    Map<String, Map<List<String>, ObjectNode>> folded = new HashMap<>();
    for (Logged<Change> change : changes) {
      if (change.offset() < projected.getOrDefault(change.partition(), 0L)) {
        IndexedRecord body = (IndexedRecord) change.value().getBody();
        Table table = Table.of(body.getSchema());
        ObjectNode row = Row.of(body);
        folded
            .computeIfAbsent(table.name(), name -> new LinkedHashMap<>())
            .put(table.key().stream().map(column -> row.path(column).asText()).toList(), row);
      }
    }
    Map<String, TableRows> tables = new TreeMap<>();
    for (Schema change : Change.getClassSchema().getField("body").schema().getTypes()) {
      Table table = Table.of(change);
      Collection<ObjectNode> rows = folded.getOrDefault(table.name(), Map.of()).values();
      tables.put(table.name(), new TableRows(expected(table, rows), actual(table)));
    }
    return tables;
  }

  /** How far the projection has come, by partition. */
  private Map<Integer, Long> projected(String topic) {
    Map<Integer, Long> next = new HashMap<>();
    sql.fetch("select partition, next_offset from projection_offsets where topic = ?", topic)
        .forEach(row -> next.put(row.get(0, Integer.class), row.get(1, Long.class)));
    return next;
  }

  /** What the projection could not write. */
  List<String> failures() {
    return sql
        .fetch("select topic, partition, record_offset, table_name, error from projection_failures")
        .stream()
        .map(
            row ->
                "%s-%s@%s for %s: %s"
                    .formatted(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)))
        .toList();
  }

  private Map<String, String> actual(Table table) {
    return rows(
        table,
        sql.fetch("select (to_jsonb(t)" + without(table) + ")::text from " + table.name() + " t")
            .getValues(0, String.class));
  }

  private Map<String, String> expected(Table table, Collection<ObjectNode> rows) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode().addAll(rows);
    return rows(
        table,
        sql.fetch(
                "select (to_jsonb(t)%s)::text from json_populate_recordset(null::%s, ?::json) t"
                    .formatted(without(table), table.name()),
                array.toString())
            .getValues(0, String.class));
  }

  /** Leaves out what PostgreSQL computes by itself from the other columns. */
  private String without(Table table) {
    return sql
        .fetch(
            "select column_name from information_schema.columns where table_name = ? and is_generated = 'ALWAYS'",
            table.name())
        .getValues(0, String.class)
        .stream()
        .map(column -> " - '" + column + "'")
        .collect(Collectors.joining());
  }

  private static Map<String, String> rows(Table table, List<String> found) {
    Map<String, String> byKey = new TreeMap<>();
    for (String row : found) {
      JsonNode json = json(row);
      List<String> key = new ArrayList<>();
      table.key().forEach(column -> key.add(json.path(column).asText()));
      byKey.put(String.join(" ", key), row);
    }
    return byKey;
  }

  private static JsonNode json(String row) {
    try {
      return JSON.readTree(row);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("PostgreSQL gave a row that is no JSON: " + row, e);
    }
  }
}
