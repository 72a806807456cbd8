package midgard.topology.replay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import midgard.schemas.log.LoggedRecord;
import midgard.schemas.serde.SchemaIds;
import midgard.schemas.serde.SchemaRegistryException;
import midgard.schemas.serde.TrustedRecords;
import midgard.schemas.serde.WireFormat;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.TopicPartition;

/** Container files that an export wrote; several continue each other. Needs no other part. */
public final class LogFiles implements LogSource {
  private final List<Path> files;
  private final Map<Integer, Schema> schemas = new HashMap<>();

  public LogFiles(List<Path> files) {
    TrustedRecords.trust();
    this.files = List.copyOf(files);
  }

  /** The ids that the files hold with their schemas, as far as they have been read. */
  public SchemaIds ids() {
    return new SchemaIds() {
      @Override
      public int register(String subject, Schema schema) {
        throw new UnsupportedOperationException("Files take no schemas in.");
      }

      @Override
      public Schema byId(int id) {
        Schema schema = schemas.get(id);
        if (schema == null) {
          throw new SchemaRegistryException(
              "The files hold no schema with the id " + id + ".", false, null);
        }
        return schema;
      }
    };
  }

  @Override
  public void read(Collection<String> topics, LogRange range, Reader reader) {
    Map<TopicPartition, Long> last = new HashMap<>();
    for (Path file : files) {
      if (!read(file, Set.copyOf(topics), range, reader, last)) {
        return;
      }
    }
  }

  private boolean read(
      Path file,
      Set<String> topics,
      LogRange range,
      Reader reader,
      Map<TopicPartition, Long> last) {
    if (!Files.isReadable(file)) {
      throw new IllegalStateException(file + " cannot be read: there is no such file");
    }
    try (DataFileReader<LoggedRecord> records =
        new DataFileReader<>(file.toFile(), new SpecificDatumReader<>(LoggedRecord.class))) {
      while (records.hasNext()) {
        LoggedRecord logged = records.next();
        learnSchema(logged);
        if (topics.contains(logged.getTopic())
            && !deliver(file, record(logged), range, reader, last)) {
          return false;
        }
      }
      return true;
    } catch (IOException | AvroRuntimeException e) {
      throw new IllegalStateException(
          "%s is no container file of a log, or is damaged: %s. Export it again to a file .avro."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private void learnSchema(LoggedRecord logged) {
    if (logged.getValueSchema() != null) {
      int id = WireFormat.schemaId(bytes(logged.getValue())).orElseThrow();
      Schema schema = new Schema.Parser().parse(logged.getValueSchema());
      Schema known = schemas.put(id, schema);
      if (known != null && !known.equals(schema)) {
        throw new IllegalStateException(
            "The files are of different installations: the schema id %d is a %s in one and a %s in another."
                .formatted(id, known.getFullName(), schema.getFullName()));
      }
    }
  }

  private static boolean deliver(
      Path file, LogRecord record, LogRange range, Reader reader, Map<TopicPartition, Long> last) {
    if (range.startsAfter(record) || range.endsBefore(record)) {
      return true;
    }
    Long before = last.put(new TopicPartition(record.topic(), record.partition()), record.offset());
    if (before == null) {
      reader.partition(record.topic(), record.partition(), record.offset() == 0);
    } else if (before >= record.offset()) {
      throw new IllegalStateException(
          "%s holds %s, which an earlier file holds too or has passed. Name each range once, the oldest first."
              .formatted(file, record.place()));
    }
    return reader.record(record);
  }

  private static LogRecord record(LoggedRecord logged) {
    return new LogRecord(
        logged.getTopic(),
        logged.getPartition(),
        logged.getOffset(),
        logged.getTimestamp(),
        Optional.ofNullable(logged.getKey()).map(LogFiles::bytes),
        Optional.ofNullable(logged.getValue()).map(LogFiles::bytes));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  @Override
  public void close() {
    // Each reading closes its files.
  }
}
