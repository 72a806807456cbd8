package midgard.stack.registry;

/**
 * One record of the registry's topic, as far as it means anything here. Settings without a subject
 * (the empty string) are global.
 */
sealed interface LogEntry {

  /** A version is registered, or soft-deleted. */
  record SchemaStored(RegisteredSchema schema) implements LogEntry {}

  /** A version is gone for good. */
  record SchemaErased(SubjectVersion key) implements LogEntry {}

  /** All versions of a subject up to this one are soft-deleted. */
  record SubjectDeleted(String subject, int upTo) implements LogEntry {}

  /** A compatibility level is set. */
  record LevelSet(String subject, CompatibilityLevel level) implements LogEntry {}

  /** A compatibility level is back to its default. */
  record LevelErased(String subject) implements LogEntry {}

  /** A mode is set. */
  record ModeSet(String subject, RegistryMode mode) implements LogEntry {}

  /** A mode is back to its default. */
  record ModeErased(String subject) implements LogEntry {}
}
