package midgard.rules;

import java.util.Locale;
import java.util.Optional;

/** The monsters that it is good or evil to kill (domain reference 1.16). */
public enum MonsterKind {
  PORING(1002),
  LUNATIC(1063),
  DROPS(1113),
  DEMON(0),
  UNDEAD(0);

  private static final int FIRST_DEMON = 1900;

  private final int monster;

  MonsterKind(int monster) {
    this.monster = monster;
  }

  /** Harmless, and under the world's protection. */
  public boolean isProtected() {
    return monster > 0;
  }

  /**
   * The kind of a monster, by its number or its name: servers give monsters of their own high
   * numbers, so the name goes before the rule that these are demons.
   *
   * @param name as the game calls it; may be null
   * @return empty: neither good nor evil to kill
   */
  public static Optional<MonsterKind> of(int monster, String name) {
    String called = name == null ? "" : name.toUpperCase(Locale.ROOT);
    for (MonsterKind kind : values()) {
      if (kind.isProtected() && (kind.monster == monster || kind.name().equals(called))) {
        return Optional.of(kind);
      }
    }
    if (called.contains(UNDEAD.name())) {
      return Optional.of(UNDEAD);
    }
    return monster >= FIRST_DEMON || called.contains(DEMON.name())
        ? Optional.of(DEMON)
        : Optional.empty();
  }
}
