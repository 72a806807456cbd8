package midgard.topology.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import midgard.schemas.serde.AvroCodec;
import midgard.schemas.serde.SchemaIds;
import midgard.schemas.serde.SchemaRegistryException;
import midgard.schemas.serde.WireFormat;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;

/**
 * Writes one JSON object a line: {@code partition}, {@code offset}, {@code timestamp}, {@code key}
 * and {@code value}, the value as Avro JSON by the schema that wrote it. A value that no schema can
 * read stands as {@code bytes} in base 64 with {@code why} beside it.
 */
public final class NdjsonWriter implements LogWriter {
  private record Format(
      Schema schema, GenericDatumReader<Object> reader, GenericDatumWriter<Object> writer) {}

  private final SchemaIds ids;
  private final boolean withTopic;
  private final Map<Integer, Format> formats = new HashMap<>();
  private final JsonGenerator json;

  /**
   * @param ids knows the schemas of the values
   * @param withTopic whether each line also names its topic, for files of several
   */
  public NdjsonWriter(OutputStream out, SchemaIds ids, boolean withTopic) throws IOException {
    this.ids = ids;
    this.withTopic = withTopic;
    this.json = new JsonFactory().createGenerator(out);
    json.setRootValueSeparator(null);
  }

  @Override
  public void write(LogRecord record) throws IOException {
    json.writeStartObject();
    if (withTopic) {
      json.writeStringField("topic", record.topic());
    }
    json.writeNumberField("partition", record.partition());
    json.writeNumberField("offset", record.offset());
    json.writeNumberField("timestamp", record.timestamp());
    json.writeStringField("key", record.keyText().orElse(null));
    if (record.value().isPresent()) {
      writeValue(record.value().get());
    } else {
      json.writeNullField("value");
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void writeValue(byte[] value) throws IOException {
    String text;
    try {
      text = avroJson(value);
    } catch (SchemaRegistryException e) {
      if (e.passing()) {
        throw e;
      }
      writeUnreadable(value, e);
      return;
    } catch (IOException | AvroRuntimeException | IllegalArgumentException e) {
      writeUnreadable(value, e);
      return;
    }
    json.writeFieldName("value");
    json.writeRawValue(text);
  }

  private void writeUnreadable(byte[] value, Exception e) throws IOException {
    json.writeBinaryField("bytes", value);
    json.writeStringField(
        "why", Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()));
  }

  private String avroJson(byte[] value) throws IOException {
    OptionalInt id = WireFormat.schemaId(value);
    if (id.isEmpty()) {
      throw new IllegalArgumentException("not in the Confluent wire format");
    }
    Format format = formats.computeIfAbsent(id.getAsInt(), this::format);
    Object body =
        format
            .reader()
            .read(
                null,
                DecoderFactory.get()
                    .binaryDecoder(value, AvroCodec.HEADER, value.length - AvroCodec.HEADER, null));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonEncoder encoder = EncoderFactory.get().jsonEncoder(format.schema(), bytes);
    format.writer().write(body, encoder);
    encoder.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private Format format(int id) {
    Schema schema = ids.byId(id);
    return new Format(schema, new GenericDatumReader<>(schema), new GenericDatumWriter<>(schema));
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
