package midgard.stack.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import midgard.stack.registry.LogEntry.LevelErased;
import midgard.stack.registry.LogEntry.LevelSet;
import midgard.stack.registry.LogEntry.ModeErased;
import midgard.stack.registry.LogEntry.ModeSet;
import midgard.stack.registry.LogEntry.SchemaErased;
import midgard.stack.registry.LogEntry.SchemaStored;
import midgard.stack.registry.LogEntry.SubjectDeleted;

/**
 * Confluent's record format of {@code _schemas}: JSON keys that compaction works on, JSON values,
 * and no value at all where something is erased.
 */
final class LogCodec {
  private static final String AVRO = "AVRO";

  private LogCodec() {}

  /** A record's two halves; the value is null where the entry erases, as Kafka has it. */
  record Encoded(byte[] key, byte[] value) {}

  static Encoded encode(LogEntry entry) {
    if (entry instanceof SchemaStored stored) {
      return stored(schemaKey(stored.schema().key()), schemaValue(stored.schema()));
    }
    if (entry instanceof SchemaErased erased) {
      return erased(schemaKey(erased.key()));
    }
    if (entry instanceof SubjectDeleted deleted) {
      ObjectNode value =
          RegistryJson.object().put("subject", deleted.subject()).put("version", deleted.upTo());
      return stored(key("DELETE_SUBJECT", deleted.subject()), value);
    }
    if (entry instanceof LevelSet set) {
      ObjectNode value = settingOf(set.subject()).put("compatibilityLevel", set.level().name());
      return stored(key("CONFIG", set.subject()), value);
    }
    if (entry instanceof LevelErased erased) {
      return erased(key("CONFIG", erased.subject()));
    }
    if (entry instanceof ModeSet set) {
      ObjectNode value = settingOf(set.subject()).put("mode", set.mode().name());
      return stored(key("MODE", set.subject()), value);
    }
    if (entry instanceof ModeErased erased) {
      return erased(key("MODE", erased.subject()));
    }
    throw new IllegalArgumentException("no record for " + entry);
  }

  /**
   * The entry in a record; empty for records that say nothing to this registry (markers of leader
   * elections and the like).
   *
   * @throws IOException if the record is none of a registry's
   */
  static Optional<LogEntry> decode(byte[] keyBytes, byte[] valueBytes) throws IOException {
    JsonNode key = RegistryJson.parse(keyBytes);
    JsonNode value = valueBytes == null ? null : RegistryJson.parse(valueBytes);
    String subject = key.path("subject").asText("");
    switch (key.path("keytype").asText()) {
      case "SCHEMA":
        SubjectVersion at = new SubjectVersion(subject, key.path("version").asInt());
        return Optional.of(
            value == null ? new SchemaErased(at) : new SchemaStored(schema(at, value)));
      case "DELETE_SUBJECT":
        return value == null
            ? Optional.empty()
            : Optional.of(new SubjectDeleted(subject, value.path("version").asInt()));
      case "CONFIG":
        return Optional.of(value == null ? new LevelErased(subject) : level(subject, value));
      case "MODE":
        return Optional.of(value == null ? new ModeErased(subject) : mode(subject, value));
      case "NOOP", "CONTEXT", "CLEAR_SUBJECT":
        return Optional.empty();
      default:
        throw new IOException("unknown kind of record: " + key);
    }
  }

  private static RegisteredSchema schema(SubjectVersion at, JsonNode value) throws IOException {
    String type = value.path("schemaType").asText(AVRO);
    if (!AVRO.equals(type)) {
      throw new IOException(at + " is of type " + type + "; this registry knows Avro only");
    }
    return new RegisteredSchema(
        at.subject(),
        at.version(),
        value.path("id").asInt(),
        RegistryJson.references(value),
        value.path("schema").asText(),
        value.path("deleted").asBoolean());
  }

  private static LogEntry level(String subject, JsonNode value) throws IOException {
    return CompatibilityLevel.named(value.path("compatibilityLevel").asText())
        .map(level -> new LevelSet(subject, level))
        .orElseThrow(() -> new IOException("unknown compatibility level: " + value));
  }

  private static LogEntry mode(String subject, JsonNode value) throws IOException {
    return RegistryMode.named(value.path("mode").asText())
        .map(mode -> new ModeSet(subject, mode))
        .orElseThrow(() -> new IOException("unknown mode: " + value));
  }

  private static ObjectNode schemaKey(SubjectVersion key) {
    return RegistryJson.object()
        .put("keytype", "SCHEMA")
        .put("subject", key.subject())
        .put("version", key.version())
        .put("magic", 1);
  }

  private static ObjectNode key(String type, String subject) {
    ObjectNode key = RegistryJson.object().put("keytype", type);
    if (!subject.isEmpty()) {
      key.put("subject", subject);
    }
    return key.put("magic", 0);
  }

  private static ObjectNode settingOf(String subject) {
    ObjectNode value = RegistryJson.object();
    return subject.isEmpty() ? value : value.put("subject", subject);
  }

  private static ObjectNode schemaValue(RegisteredSchema schema) {
    ObjectNode value =
        RegistryJson.object()
            .put("subject", schema.subject())
            .put("version", schema.version())
            .put("id", schema.id());
    if (!schema.references().isEmpty()) {
      value.set("references", RegistryJson.references(schema.references()));
    }
    return value.put("schema", schema.schema()).put("deleted", schema.deleted());
  }

  private static Encoded stored(ObjectNode key, ObjectNode value) {
    return new Encoded(RegistryJson.bytes(key), RegistryJson.bytes(value));
  }

  private static Encoded erased(ObjectNode key) {
    return new Encoded(RegistryJson.bytes(key), null);
  }
}
