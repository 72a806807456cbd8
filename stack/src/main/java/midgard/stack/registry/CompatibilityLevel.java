package midgard.stack.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a new version of a subject owes to the earlier ones. */
enum CompatibilityLevel {
  NONE(false, false, false),
  BACKWARD(true, false, false),
  BACKWARD_TRANSITIVE(true, false, true),
  FORWARD(false, true, false),
  FORWARD_TRANSITIVE(false, true, true),
  FULL(true, true, false),
  FULL_TRANSITIVE(true, true, true);

  private final boolean readsOld;
  private final boolean readByOld;
  private final boolean transitive;

  CompatibilityLevel(boolean readsOld, boolean readByOld, boolean transitive) {
    this.readsOld = readsOld;
    this.readByOld = readByOld;
    this.transitive = transitive;
  }

  /** The new schema must read data written with the old one. */
  boolean readsOld() {
    return readsOld;
  }

  /** The old schema must read data written with the new one. */
  boolean readByOld() {
    return readByOld;
  }

  /** Holds against all earlier versions, not only the last. */
  boolean transitive() {
    return transitive;
  }

  static Optional<CompatibilityLevel> named(String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(level -> level.name().equals(wanted)).findFirst();
  }
}
