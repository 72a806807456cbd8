package midgard.topology.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import midgard.schemas.log.LoggedRecord;
import midgard.schemas.serde.SchemaIds;
import midgard.schemas.serde.SchemaRegistryException;
import midgard.schemas.serde.WireFormat;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;

/** Writes an Avro container file with the raw bytes of every record and the schemas they need. */
public final class ContainerWriter implements LogWriter {
  private final SchemaIds ids;
  private final Set<Integer> told = new HashSet<>();
  private final DataFileWriter<LoggedRecord> file;

  /**
   * @param ids knows the schemas of the values
   */
  public ContainerWriter(OutputStream out, SchemaIds ids) throws IOException {
    this.ids = ids;
    this.file = new DataFileWriter<>(new SpecificDatumWriter<>(LoggedRecord.class));
    file.setCodec(CodecFactory.deflateCodec(CodecFactory.DEFAULT_DEFLATE_LEVEL));
    file.create(LoggedRecord.getClassSchema(), out);
  }

  @Override
  public void write(LogRecord record) throws IOException {
    file.append(
        new LoggedRecord(
            record.topic(),
            record.partition(),
            record.offset(),
            record.timestamp(),
            record.key().map(ByteBuffer::wrap).orElse(null),
            record.value().map(ByteBuffer::wrap).orElse(null),
            record.value().map(this::newSchema).orElse(null)));
  }

  private String newSchema(byte[] value) {
    OptionalInt id = WireFormat.schemaId(value);
    if (id.isEmpty() || !told.add(id.getAsInt())) {
      return null;
    }
    try {
      return ids.byId(id.getAsInt()).toString();
    } catch (SchemaRegistryException e) {
      if (e.passing()) {
        throw e;
      }
      // A value that only looks like one of ours: its bytes are kept, and nothing can read them.
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
