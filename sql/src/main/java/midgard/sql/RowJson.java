package midgard.sql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * Records as JSON for PostgreSQL: field names as they are, enumerations as text, times as ISO-8601
 * UTC, records and arrays nested.
 */
final class RowJson {
  private static final JsonFactory JSON = new JsonFactory();

  private RowJson() {}

  /** A JSON array with one object a record. */
  static String array(Collection<? extends IndexedRecord> records) {
    StringWriter text = new StringWriter(256 * (records.size() + 1));
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      for (IndexedRecord record : records) {
        write(json, record);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A string cannot be written to", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof IndexedRecord record) {
      json.writeStartObject();
      for (Schema.Field field : record.getSchema().getFields()) {
        json.writeFieldName(field.name());
        write(json, record.get(field.pos()));
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        write(json, item);
      }
      json.writeEndArray();
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      // Text, enumerations and times: their text is what PostgreSQL reads.
      json.writeString(value.toString());
    }
  }
}
