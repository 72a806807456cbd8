package midgard.stack.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import midgard.stack.registry.LogEntry.SchemaErased;
import midgard.stack.registry.LogEntry.SchemaStored;
import midgard.stack.registry.SchemaStore.Deleted;
import org.apache.avro.Schema;

/**
 * Registering schemas, finding them again and judging them beforehand.
 *
 * <p>Schemas are the same when their canonical texts (documentation, default values, aliases and
 * other properties included) and their references are; the same schema has one id under all
 * subjects.
 */
final class Registration {
  private final SchemaStore store;
  private final SchemaLog log;
  private final RegistrySettings settings;
  private final SchemaParsing parsing;

  Registration(SchemaStore store, SchemaLog log, RegistrySettings settings, SchemaParsing parsing) {
    this.store = store;
    this.log = log;
    this.settings = settings;
    this.parsing = parsing;
  }

  /** Registers a schema if the subject does not have it yet, and answers with it. */
  RegisteredSchema register(String subject, Candidate candidate, boolean normalize) {
    requireValid(subject);
    return log.exclusively(
        () -> {
          requireMode(subject, candidate);
          ParsedSchema parsed = parsing.parseNew(candidate, normalize);
          if (candidate.version().isEmpty() && candidate.id().isEmpty()) {
            Optional<RegisteredSchema> there = findUnder(subject, parsed, Deleted.EXCLUDED);
            if (there.isPresent()) {
              return there.get();
            }
          }
          return add(subject, candidate, parsed);
        });
  }

  private RegisteredSchema add(String subject, Candidate candidate, ParsedSchema parsed) {
    boolean imported = settings.modeInForce(subject) == RegistryMode.IMPORT;
    if (!imported) {
      List<String> objections = objections(subject, parsed, versionsInForce(subject));
      if (!objections.isEmpty()) {
        throw RegistryError.incompatible(subject, objections);
      }
    }
    int next =
        store
                .versions(subject, Deleted.INCLUDED)
                .mapToInt(RegisteredSchema::version)
                .max()
                .orElse(0)
            + 1;
    int version = candidate.version().orElse(next);
    if (version != next && !imported) {
      throw RegistryError.invalidSchema(
          "Version " + version + " is not one more than the previous version; that is " + next);
    }
    RegisteredSchema schema =
        new RegisteredSchema(
            subject,
            version,
            idFor(candidate, parsed),
            parsed.references(),
            parsed.canonical(),
            false);
    List<LogEntry> entries = new ArrayList<>();
    // The schema lives on under its new version: its deleted twin would only shadow it.
    store
        .versions(subject, Deleted.ONLY)
        .filter(old -> old.id() == schema.id() && old.version() < version)
        .filter(old -> store.referrersOf(old.key(), Deleted.INCLUDED).findAny().isEmpty())
        .forEach(old -> entries.add(new SchemaErased(old.key())));
    entries.add(new SchemaStored(schema));
    log.append(entries.toArray(LogEntry[]::new));
    return schema;
  }

  private int idFor(Candidate candidate, ParsedSchema parsed) {
    if (candidate.id().isPresent()) {
      int id = candidate.id().getAsInt();
      if (store
          .all(Deleted.INCLUDED)
          .anyMatch(
              s -> s.id() == id && !s.sameSchemaAs(parsed.canonical(), parsed.references()))) {
        throw RegistryError.idTaken(id);
      }
      return id;
    }
    return store
        .all(Deleted.INCLUDED)
        .filter(s -> s.sameSchemaAs(parsed.canonical(), parsed.references()))
        .mapToInt(RegisteredSchema::id)
        .findFirst()
        .orElseGet(() -> store.highestId() + 1);
  }

  /** The version under which a subject has a schema. */
  RegisteredSchema lookUp(String subject, Candidate candidate, boolean normalize, Deleted deleted) {
    if (!store.hasSubject(subject, deleted)) {
      throw RegistryError.subjectNotFound(subject);
    }
    return findUnder(subject, parsing.parseNew(candidate, normalize), deleted)
        .orElseThrow(RegistryError::schemaNotFound);
  }

  /**
   * Newest first. A schema that comes with all types written out is found as well if it is
   * registered with references.
   */
  private Optional<RegisteredSchema> findUnder(
      String subject, ParsedSchema parsed, Deleted deleted) {
    List<RegisteredSchema> versions = new ArrayList<>(store.versions(subject, deleted).toList());
    Collections.reverse(versions);
    Optional<RegisteredSchema> same =
        versions.stream()
            .filter(s -> s.sameSchemaAs(parsed.canonical(), parsed.references()))
            .findFirst();
    return same.isPresent() || !parsed.references().isEmpty()
        ? same
        : versions.stream()
            .filter(s -> !s.references().isEmpty())
            .filter(s -> parsing.parseStored(s).resolved().equals(parsed.resolved()))
            .findFirst();
  }

  /** What speaks against a schema as the next version of a subject. */
  List<String> objections(String subject, Candidate candidate, boolean normalize) {
    return objections(subject, parsing.parseNew(candidate, normalize), versionsInForce(subject));
  }

  /** What speaks against a schema after one given version. */
  List<String> objections(
      String subject, Candidate candidate, boolean normalize, RegisteredSchema earlier) {
    return objections(subject, parsing.parseNew(candidate, normalize), Stream.of(earlier));
  }

  private List<String> objections(
      String subject, ParsedSchema parsed, Stream<RegisteredSchema> earlier) {
    SortedMap<Integer, Schema> past = new TreeMap<>();
    earlier.forEach(schema -> past.put(schema.version(), parsing.parseStored(schema).avro()));
    return Compatibility.objections(settings.levelInForce(subject), parsed.avro(), past);
  }

  private Stream<RegisteredSchema> versionsInForce(String subject) {
    return store.versions(subject, Deleted.EXCLUDED);
  }

  private void requireMode(String subject, Candidate candidate) {
    settings.requireWritable(subject);
    boolean imported = settings.modeInForce(subject) == RegistryMode.IMPORT;
    if (candidate.id().isPresent() && !imported) {
      throw RegistryError.notPermitted("Subject " + subject + " is not in import mode");
    }
    if (candidate.id().isEmpty() && imported) {
      throw RegistryError.notPermitted("Subject " + subject + " is not in read-write mode");
    }
  }

  private static void requireValid(String subject) {
    if (subject.isBlank()
        || subject.startsWith(":.")
        || subject.chars().anyMatch(Character::isISOControl)) {
      throw RegistryError.invalidSubject(subject);
    }
  }
}
