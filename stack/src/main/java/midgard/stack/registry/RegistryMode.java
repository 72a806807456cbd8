package midgard.stack.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be done to a subject, or to all. */
enum RegistryMode {
  READWRITE,
  READONLY,
  /** As the global mode it overrules the modes of subjects. */
  READONLY_OVERRIDE,
  /** Schemas are registered with ids and versions given from outside, unchecked. */
  IMPORT;

  boolean isReadOnly() {
    return this == READONLY || this == READONLY_OVERRIDE;
  }

  static Optional<RegistryMode> named(String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(mode -> mode.name().equals(wanted)).findFirst();
  }
}
