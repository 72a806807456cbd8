package midgard.bench.traffic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import midgard.schemas.event.EventTypes;
import midgard.schemas.event.GameEvent;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.IndexedRecord;

/** Events in the JSON form in which game servers send them; what is not set is left out. */
public final class EventText {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Schema.Field PAYLOAD = GameEvent.getClassSchema().getField("payload");

  private EventText() {}

  /** One JSON object in UTF-8, without a line break. */
  public static byte[] of(GameEvent event) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      write(event, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Writes one JSON object. */
  public static void write(GameEvent event, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("event_type", EventTypes.nameOf(event));
    json.writeNumberField("timestamp", event.getTimestamp());
    json.writeStringField("event_id", event.getEventId());
    json.writeStringField("server_id", event.getServerId());
    for (Schema.Field field : event.getSchema().getFields()) {
      switch (field.name()) {
        case "timestamp", "event_id", "server_id", "priority", "payload", "extra" -> {
          // Told already, told last, or of the receiver's making.
        }
        case "player_id" -> {
          if (event.getPlayerId() != 0) {
            json.writeNumberField("player_id", event.getPlayerId());
          }
        }
        default -> field(field.name(), event.get(field.pos()), json);
      }
    }
    field(PAYLOAD.name(), event.get(PAYLOAD.pos()), json);
    json.writeEndObject();
  }

  private static void field(String name, Object value, JsonGenerator json) throws IOException {
    if (value != null) {
      json.writeFieldName(name);
      value(value, json);
    }
  }

  private static void value(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof IndexedRecord record) {
      json.writeStartObject();
      for (Schema.Field field : record.getSchema().getFields()) {
        field(field.name(), record.get(field.pos()), json);
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        value(element, json);
      }
      json.writeEndArray();
    } else if (value instanceof GenericEnumSymbol<?> symbol) {
      // By its place: a symbol that is a word of Java has another name in the class.
      json.writeString(symbol.getSchema().getEnumSymbols().get(((Enum<?>) value).ordinal()));
    } else {
      json.writeString(value.toString());
    }
  }
}
