package midgard.stack.registry;

import java.util.List;
import midgard.stack.registry.LogEntry.LevelErased;
import midgard.stack.registry.LogEntry.LevelSet;
import midgard.stack.registry.LogEntry.ModeErased;
import midgard.stack.registry.LogEntry.ModeSet;
import midgard.stack.registry.LogEntry.SchemaErased;
import midgard.stack.registry.SchemaStore.Deleted;

/** Compatibility levels and modes, global and of subjects. The global scope is {@link #GLOBAL}. */
final class RegistrySettings {
  /** Stands for all subjects that have no setting of their own. */
  static final String GLOBAL = "";

  private final SchemaStore store;
  private final SchemaLog log;

  RegistrySettings(SchemaStore store, SchemaLog log) {
    this.store = store;
    this.log = log;
  }

  /** The level that holds for a subject. */
  CompatibilityLevel levelInForce(String subject) {
    return store.level(subject).or(() -> store.level(GLOBAL)).orElse(CompatibilityLevel.BACKWARD);
  }

  /** The mode that holds for a subject. */
  RegistryMode modeInForce(String subject) {
    RegistryMode global = store.mode(GLOBAL).orElse(RegistryMode.READWRITE);
    return global == RegistryMode.READONLY_OVERRIDE ? global : store.mode(subject).orElse(global);
  }

  /**
   * @throws RegistryError 40408 if the subject has no level of its own
   */
  CompatibilityLevel ownLevel(String subject) {
    return subject.equals(GLOBAL)
        ? levelInForce(GLOBAL)
        : store.level(subject).orElseThrow(() -> RegistryError.noCompatibilityOf(subject));
  }

  /**
   * @throws RegistryError 40409 if the subject has no mode of its own
   */
  RegistryMode ownMode(String subject) {
    return subject.equals(GLOBAL)
        ? modeInForce(GLOBAL)
        : store.mode(subject).orElseThrow(() -> RegistryError.noModeOf(subject));
  }

  void setLevel(String subject, CompatibilityLevel level) {
    log.exclusively(
        () -> {
          requireWritable(subject);
          log.append(new LevelSet(subject, level));
          return level;
        });
  }

  /** Sets back to the default and answers with what held before. */
  CompatibilityLevel eraseLevel(String subject) {
    return log.exclusively(
        () -> {
          if (!subject.equals(GLOBAL) && store.level(subject).isEmpty()) {
            throw RegistryError.subjectNotFound(subject);
          }
          requireWritable(subject);
          CompatibilityLevel before = ownLevel(subject);
          log.append(new LevelErased(subject));
          return before;
        });
  }

  /**
   * Sets a mode. IMPORT asks for an empty scope, so that ids from outside meet no others; what is
   * soft-deleted in it is then erased.
   *
   * @param force import over what is there
   */
  void setMode(String subject, RegistryMode mode, boolean force) {
    log.exclusively(
        () -> {
          if (mode == RegistryMode.IMPORT && modeInForce(subject) != mode && !force) {
            clearForImport(subject);
          }
          log.append(new ModeSet(subject, mode));
          return mode;
        });
  }

  private void clearForImport(String subject) {
    if (inScope(subject, Deleted.EXCLUDED).stream().findAny().isPresent()) {
      throw RegistryError.notPermitted("Cannot import since found existing subjects");
    }
    List<RegisteredSchema> remains = inScope(subject, Deleted.INCLUDED);
    for (RegisteredSchema remain : remains) {
      if (store
          .referrersOf(remain.key(), Deleted.INCLUDED)
          .anyMatch(referrer -> !remains.contains(referrer))) {
        throw RegistryError.referenceExists(remain.key());
      }
    }
    log.append(remains.stream().map(r -> new SchemaErased(r.key())).toArray(LogEntry[]::new));
  }

  private List<RegisteredSchema> inScope(String subject, Deleted deleted) {
    return (subject.equals(GLOBAL) ? store.all(deleted) : store.versions(subject, deleted))
        .toList();
  }

  /** Sets back to the default and answers with what held before. */
  RegistryMode eraseMode(String subject) {
    return log.exclusively(
        () -> {
          if (!subject.equals(GLOBAL) && store.mode(subject).isEmpty()) {
            throw RegistryError.subjectNotFound(subject);
          }
          RegistryMode before = ownMode(subject);
          log.append(new ModeErased(subject));
          return before;
        });
  }

  /**
   * @throws RegistryError 42205 if the subject may only be read
   */
  void requireWritable(String subject) {
    if (modeInForce(subject).isReadOnly()) {
      throw RegistryError.notPermitted(
          subject.equals(GLOBAL)
              ? "The registry is in read-only mode"
              : "Subject " + subject + " is in read-only mode");
    }
  }
}
