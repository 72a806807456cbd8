package midgard.schemas.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import midgard.schemas.event.EventRejected.Code;
import midgard.schemas.serde.TrustedRecords;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The JSON form of an event, as game servers send it. What does not fit the catalogue is rejected
 * with its reason; what the catalogue does not know is kept.
 */
public final class EventJson {
  /** Unix times below this are seconds, from it on milliseconds. */
  private static final long FIRST_MILLISECONDS = 100_000_000_000L;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Schema ENVELOPE = GameEvent.getClassSchema();
  private static final int PAYLOAD = ENVELOPE.getField("payload").pos();
  private static final int EXTRA = ENVELOPE.getField("extra").pos();

  static {
    TrustedRecords.trust();
  }

  private EventJson() {}

  /**
   * Reads one event from UTF-8 text.
   *
   * @throws EventRejected when it is larger than {@link EventRules#MAX_EVENT_BYTES}, is no JSON
   *     object, or does not fit the catalogue
   */
  public static GameEvent read(byte[] utf8) throws EventRejected {
    if (utf8.length > EventRules.MAX_EVENT_BYTES) {
      throw tooLarge(utf8.length);
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
      return convert(JSON.readTree(utf8));
    } catch (CharacterCodingException e) {
      throw new EventRejected(Code.INVALID_TEXT, "The event is not valid UTF-8.");
    } catch (JsonProcessingException e) {
      throw new EventRejected(Code.MALFORMED, "The event is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new EventRejected(Code.MALFORMED, "The event cannot be read: " + e.getMessage());
    }
  }

  /**
   * Reads one event that was part of a larger JSON text.
   *
   * @throws EventRejected as {@link #read(byte[])}
   */
  public static GameEvent read(JsonNode node) throws EventRejected {
    if (!node.isObject()) {
      throw new EventRejected(
          Code.MALFORMED, "An event must be a JSON object with event_type and timestamp.");
    }
    int size = node.toString().getBytes(StandardCharsets.UTF_8).length;
    if (size > EventRules.MAX_EVENT_BYTES) {
      throw tooLarge(size);
    }
    return convert(node);
  }

  private static EventRejected tooLarge(int size) {
    return new EventRejected(
        Code.TOO_LARGE,
        "The event has %d bytes; at most %d are taken."
            .formatted(size, EventRules.MAX_EVENT_BYTES));
  }

  private static GameEvent convert(JsonNode node) throws EventRejected {
    if (!node.isObject()) {
      throw new EventRejected(
          Code.MALFORMED, "An event must be a JSON object with event_type and timestamp.");
    }
    JsonNode typeNode = node.path("event_type");
    if (!typeNode.isTextual() || typeNode.textValue().isEmpty()) {
      throw new EventRejected(
          Code.MISSING_FIELD, "event_type is missing; it must be the name of a type, as text.");
    }
    String type = typeNode.textValue();
    GameEvent event = new GameEvent();
    for (Schema.Field field : ENVELOPE.getFields()) {
      if (field.pos() != PAYLOAD && field.pos() != EXTRA) {
        event.put(field.pos(), AvroJson.field(node, field, ""));
      }
    }
    if (event.getTimestamp() < FIRST_MILLISECONDS) {
      event.setTimestamp(event.getTimestamp() * 1000);
    }
    if (!node.hasNonNull("priority")) {
      event.setPriority(EventTypes.defaultPriority(type));
    }
    List<ExtraField> extra = new ArrayList<>();
    event.setPayload(payload(type, node, extra));
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String name = entry.getKey();
      boolean known = ENVELOPE.getField(name) != null || name.equals("event_type");
      if (!known && !(name.equals("custom_type") && event.getPayload() instanceof Custom)) {
        extra.add(new ExtraField("envelope." + name, entry.getValue().toString()));
      }
    }
    extra.sort(Comparator.comparing(ExtraField::getName));
    event.setExtra(extra);
    EventRules.check(event);
    return event;
  }

  private static Object payload(String type, JsonNode node, List<ExtraField> extra)
      throws EventRejected {
    JsonNode fields = node.path("payload");
    if (!fields.isObject() && !fields.isMissingNode() && !fields.isNull()) {
      throw new EventRejected(Code.WRONG_TYPE, "payload must be a JSON object.");
    }
    boolean custom = type.equals("custom") || EventTypes.payload(type).isEmpty();
    Schema schema = custom ? Custom.getClassSchema() : EventTypes.payload(type).orElseThrow();
    SpecificRecordBase payload = (SpecificRecordBase) SpecificData.get().newRecord(null, schema);
    if (custom) {
      payload.put(0, customType(type, node, fields));
    } else {
      for (Schema.Field field : schema.getFields()) {
        payload.put(field.pos(), AvroJson.field(fields, field, "payload."));
      }
    }
    for (Map.Entry<String, JsonNode> entry : fields.properties()) {
      if (schema.getField(entry.getKey()) == null) {
        extra.add(new ExtraField(entry.getKey(), entry.getValue().toString()));
      }
    }
    return payload;
  }

  private static String customType(String type, JsonNode node, JsonNode payload) {
    if (!type.equals("custom")) {
      return type;
    }
    String own = payload.path("custom_type").asText(node.path("custom_type").asText(""));
    return own.isEmpty() ? type : own;
  }
}
