package midgard.stack.registry;

import java.util.ArrayList;
import java.util.List;
import midgard.stack.registry.LogEntry.LevelErased;
import midgard.stack.registry.LogEntry.ModeErased;
import midgard.stack.registry.LogEntry.SchemaErased;
import midgard.stack.registry.LogEntry.SchemaStored;
import midgard.stack.registry.LogEntry.SubjectDeleted;
import midgard.stack.registry.SchemaStore.Deleted;

/**
 * Deleting in two steps: first softly, where ids stay readable, then for good. What others refer to
 * cannot be deleted.
 */
final class Deletion {
  private final SchemaStore store;
  private final SchemaLog log;
  private final RegistrySettings settings;

  Deletion(SchemaStore store, SchemaLog log, RegistrySettings settings) {
    this.store = store;
    this.log = log;
    this.settings = settings;
  }

  /** Deletes a subject and answers with the versions that this took away. */
  List<Integer> subject(String subject, boolean permanent) {
    return log.exclusively(
        () -> {
          if (!store.hasSubject(subject, Deleted.INCLUDED)) {
            throw RegistryError.subjectNotFound(subject);
          }
          if (!permanent && !store.hasSubject(subject, Deleted.EXCLUDED)) {
            throw RegistryError.subjectSoftDeleted(subject);
          }
          settings.requireWritable(subject);
          return permanent ? eraseSubject(subject) : hideSubject(subject);
        });
  }

  private List<Integer> hideSubject(String subject) {
    List<RegisteredSchema> versions = store.versions(subject, Deleted.EXCLUDED).toList();
    requireUnreferencedByOthers(subject, versions, Deleted.EXCLUDED);
    List<Integer> numbers = versions.stream().map(RegisteredSchema::version).toList();
    // Up to the highest of all, hidden ones too: compaction keeps only the subject's last such
    // record, which must therefore say all that the earlier ones said.
    int highest =
        store
            .versions(subject, Deleted.INCLUDED)
            .mapToInt(RegisteredSchema::version)
            .max()
            .orElse(0);
    log.append(new SubjectDeleted(subject, highest));
    return numbers;
  }

  private List<Integer> eraseSubject(String subject) {
    List<RegisteredSchema> versions = store.versions(subject, Deleted.INCLUDED).toList();
    requireUnreferencedByOthers(subject, versions, Deleted.INCLUDED);
    if (versions.stream().anyMatch(version -> !version.deleted())) {
      throw RegistryError.subjectNotSoftDeleted(subject);
    }
    List<LogEntry> entries = new ArrayList<>();
    // From the newest on: a version may refer to an earlier one of its own subject.
    for (int i = versions.size() - 1; i >= 0; i--) {
      entries.add(new SchemaErased(versions.get(i).key()));
    }
    entries.addAll(settingsOf(subject));
    log.append(entries.toArray(LogEntry[]::new));
    return versions.stream().map(RegisteredSchema::version).toList();
  }

  private void requireUnreferencedByOthers(
      String subject, List<RegisteredSchema> versions, Deleted deleted) {
    for (RegisteredSchema version : versions) {
      if (store
          .referrersOf(version.key(), deleted)
          .anyMatch(referrer -> !referrer.subject().equals(subject))) {
        throw RegistryError.referenceExists(version.key());
      }
    }
  }

  /** Deletes one version. */
  void version(RegisteredSchema schema, boolean permanent) {
    SubjectVersion key = schema.key();
    log.exclusively(
        () -> {
          RegisteredSchema current =
              store
                  .find(key, Deleted.INCLUDED)
                  .orElseThrow(() -> RegistryError.versionNotFound(key.version()));
          if (current.deleted() && !permanent) {
            throw RegistryError.versionSoftDeleted(key);
          }
          settings.requireWritable(key.subject());
          Deleted counted = permanent ? Deleted.INCLUDED : Deleted.EXCLUDED;
          if (store.referrersOf(key, counted).findAny().isPresent()) {
            throw RegistryError.referenceExists(key);
          }
          if (permanent) {
            eraseVersion(current);
          } else {
            log.append(new SchemaStored(current.asDeleted()));
          }
          return current;
        });
  }

  private void eraseVersion(RegisteredSchema schema) {
    if (!schema.deleted()) {
      throw RegistryError.versionNotSoftDeleted(schema.key());
    }
    List<LogEntry> entries = new ArrayList<>();
    entries.add(new SchemaErased(schema.key()));
    if (store.versions(schema.subject(), Deleted.INCLUDED).count() == 1) {
      entries.addAll(settingsOf(schema.subject()));
    }
    log.append(entries.toArray(LogEntry[]::new));
  }

  /** The settings of a subject go with its last version. */
  private List<LogEntry> settingsOf(String subject) {
    List<LogEntry> entries = new ArrayList<>();
    store.mode(subject).ifPresent(mode -> entries.add(new ModeErased(subject)));
    store.level(subject).ifPresent(level -> entries.add(new LevelErased(subject)));
    return entries;
  }
}
