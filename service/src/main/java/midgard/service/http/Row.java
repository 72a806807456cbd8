package midgard.service.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** An Avro record as plain JSON: field names as they are, times as ISO-8601, enums as text. */
public final class Row {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Row() {}

  public static ObjectNode of(IndexedRecord record) {
    ObjectNode row = JSON.objectNode();
    for (Schema.Field field : record.getSchema().getFields()) {
      row.set(field.name(), value(record.get(field.pos())));
    }
    return row;
  }

  private static JsonNode value(Object value) {
    if (value == null) {
      return JSON.nullNode();
    }
    if (value instanceof IndexedRecord record) {
      return of(record);
    }
    if (value instanceof Collection<?> values) {
      ArrayNode array = JSON.arrayNode(values.size());
      values.forEach(element -> array.add(value(element)));
      return array;
    }
    if (value instanceof Long number) {
      return JSON.numberNode(number);
    }
    if (value instanceof Integer number) {
      return JSON.numberNode(number);
    }
    if (value instanceof Boolean truth) {
      return JSON.booleanNode(truth);
    }
    if (value instanceof Double || value instanceof Float) {
      return JSON.numberNode(((Number) value).doubleValue());
    }
    if (value instanceof CharSequence || value instanceof Enum<?> || value instanceof Instant) {
      return JSON.textNode(value.toString());
    }
    throw new IllegalArgumentException("A row cannot hold a " + value.getClass().getName());
  }
}
