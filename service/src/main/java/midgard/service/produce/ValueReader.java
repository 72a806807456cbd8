package midgard.service.produce;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Base64;
import midgard.schemas.event.EventRejected;
import midgard.schemas.event.EventRules;
import midgard.schemas.event.GameEvent;
import midgard.schemas.serde.AvroCodec;
import midgard.schemas.serde.SchemaRegistryException;
import midgard.service.http.Json;
import midgard.service.produce.JsonScanner.Slice;
import midgard.service.produce.RestProxyError.Code;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;

/** Makes a game event of the value of a record, in one of the embedded formats. */
@FunctionalInterface
interface ValueReader {
  GameEvent read(Slice value) throws EventRejected;

  /**
   * The reader for a request.
   *
   * @throws RestProxyError when the request lacks a schema that its format needs, or the schema
   *     cannot be had or describes something else than events
   */
  static ValueReader of(EmbeddedFormat format, ProduceRequest request, Intake intake) {
    return switch (format) {
      case JSON -> value -> Taken.fromJson(value.bytes());
      case BINARY -> value -> binary(value, intake.log().codec());
      case AVRO -> avro(request, intake);
    };
  }

  private static GameEvent binary(Slice value, AvroCodec<GameEvent> codec) throws EventRejected {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(Json.MAPPER.readValue(value.bytes(), String.class));
    } catch (IllegalArgumentException | IOException e) {
      throw new EventRejected(EventRejected.Code.MALFORMED, "The value must be text in base64.");
    }
    boolean wireFormat = bytes.length > 0 && bytes[0] == 0;
    return wireFormat ? Taken.fromAvro(bytes, codec) : Taken.fromJson(bytes);
  }

  private static ValueReader avro(ProduceRequest request, Intake intake) {
    if (request.hasKeys() && !request.keySchema()) {
      throw new RestProxyError(
          Code.KEY_SCHEMA_MISSING,
          "There are keys but no key_schema and no key_schema_id. Keys are not needed: events are keyed by their server_id.");
    }
    Schema writer = writer(request, intake);
    Schema reader = GameEvent.getClassSchema();
    var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    if (compatibility.getType() != SchemaCompatibilityType.COMPATIBLE) {
      throw new RestProxyError(
          Code.SCHEMA_LOOKUP_FAILED,
          "What is written with this value schema cannot be read as %s: %s"
              .formatted(
                  reader.getFullName(),
                  compatibility.getResult().getIncompatibilities().stream()
                      .map(i -> i.getMessage() + " at " + i.getLocation())
                      .findFirst()
                      .orElse("they differ")));
    }
    SpecificDatumReader<GameEvent> datums = new SpecificDatumReader<>(writer, reader);
    return value -> fromAvroJson(value, writer, datums);
  }

  private static Schema writer(ProduceRequest request, Intake intake) {
    if (request.valueSchema().isPresent()) {
      try {
        return new Schema.Parser().parse(request.valueSchema().get());
      } catch (AvroRuntimeException e) {
        throw new RestProxyError(
            Code.INVALID_SCHEMA, "value_schema is no Avro schema: " + e.getMessage());
      }
    }
    if (request.valueSchemaId().isEmpty()) {
      throw new RestProxyError(
          Code.VALUE_SCHEMA_MISSING,
          "There are values but no value_schema and no value_schema_id.");
    }
    try {
      return intake.ids().byId(request.valueSchemaId().get());
    } catch (SchemaRegistryException e) {
      throw new RestProxyError(Code.SCHEMA_LOOKUP_FAILED, e.getMessage());
    }
  }

  private static GameEvent fromAvroJson(
      Slice value, Schema writer, SpecificDatumReader<GameEvent> datums) throws EventRejected {
    if (value.length() > EventRules.MAX_EVENT_BYTES) {
      throw new EventRejected(
          EventRejected.Code.TOO_LARGE,
          "The event has %d bytes; at most %d are taken."
              .formatted(value.length(), EventRules.MAX_EVENT_BYTES));
    }
    try {
      Json.MAPPER.readTree(value.bytes());
      return Taken.checked(
          datums.read(null, DecoderFactory.get().jsonDecoder(writer, value.text())));
    } catch (JsonProcessingException e) {
      throw new EventRejected(
          EventRejected.Code.MALFORMED, "The value is no JSON: " + e.getOriginalMessage());
    } catch (IOException | AvroRuntimeException | ClassCastException e) {
      throw new EventRejected(
          EventRejected.Code.MALFORMED,
          "The value is not in Avro's JSON encoding of its schema: " + e.getMessage());
    }
  }
}
