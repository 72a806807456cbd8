package midgard.stack.registry;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import midgard.stack.registry.LogEntry.LevelErased;
import midgard.stack.registry.LogEntry.LevelSet;
import midgard.stack.registry.LogEntry.ModeErased;
import midgard.stack.registry.LogEntry.ModeSet;
import midgard.stack.registry.LogEntry.SchemaErased;
import midgard.stack.registry.LogEntry.SchemaStored;
import midgard.stack.registry.LogEntry.SubjectDeleted;

/**
 * What the registry's log adds up to. Changed only by applying the log's entries in their order;
 * read by any thread meanwhile.
 */
final class SchemaStore {
  private final NavigableMap<SubjectVersion, RegisteredSchema> schemas =
      new ConcurrentSkipListMap<>();
  private final Map<String, CompatibilityLevel> levels = new ConcurrentHashMap<>();
  private final Map<String, RegistryMode> modes = new ConcurrentHashMap<>();
  private volatile int highestId;

  void apply(LogEntry entry) {
    if (entry instanceof SchemaStored stored) {
      schemas.put(stored.schema().key(), stored.schema());
      highestId = Math.max(highestId, stored.schema().id());
    } else if (entry instanceof SchemaErased erased) {
      schemas.remove(erased.key());
    } else if (entry instanceof SubjectDeleted deleted) {
      versions(deleted.subject(), Deleted.INCLUDED)
          .filter(schema -> schema.version() <= deleted.upTo())
          .forEach(schema -> schemas.put(schema.key(), schema.asDeleted()));
    } else if (entry instanceof LevelSet set) {
      levels.put(set.subject(), set.level());
    } else if (entry instanceof LevelErased erased) {
      levels.remove(erased.subject());
    } else if (entry instanceof ModeSet set) {
      modes.put(set.subject(), set.mode());
    } else if (entry instanceof ModeErased erased) {
      modes.remove(erased.subject());
    }
  }

  /** All versions of all subjects in order. */
  Stream<RegisteredSchema> all(Deleted deleted) {
    return List.copyOf(schemas.values()).stream().filter(deleted::admits);
  }

  /** The versions of a subject, oldest first. */
  Stream<RegisteredSchema> versions(String subject, Deleted deleted) {
    SubjectVersion first = new SubjectVersion(subject, 0);
    SubjectVersion last = new SubjectVersion(subject, Integer.MAX_VALUE);
    return List.copyOf(schemas.subMap(first, true, last, true).values()).stream()
        .filter(deleted::admits);
  }

  Optional<RegisteredSchema> find(SubjectVersion key, Deleted deleted) {
    return Optional.ofNullable(schemas.get(key)).filter(deleted::admits);
  }

  /** The newest version that is not deleted. */
  Optional<RegisteredSchema> latest(String subject) {
    return versions(subject, Deleted.EXCLUDED).reduce((older, newer) -> newer);
  }

  boolean hasSubject(String subject, Deleted deleted) {
    return versions(subject, deleted).findAny().isPresent();
  }

  /** The versions that refer to this one. */
  Stream<RegisteredSchema> referrersOf(SubjectVersion key, Deleted deleted) {
    return all(deleted)
        .filter(schema -> schema.references().stream().anyMatch(r -> r.target().equals(key)));
  }

  /** The highest id seen in the log, also of schemas that are gone; 0 if there was none. */
  int highestId() {
    return highestId;
  }

  Optional<CompatibilityLevel> level(String subject) {
    return Optional.ofNullable(levels.get(subject));
  }

  Optional<RegistryMode> mode(String subject) {
    return Optional.ofNullable(modes.get(subject));
  }

  /** Whether soft-deleted versions count. */
  enum Deleted {
    EXCLUDED,
    INCLUDED,
    ONLY;

    boolean admits(RegisteredSchema schema) {
      return this == INCLUDED || schema.deleted() == (this == ONLY);
    }
  }
}
