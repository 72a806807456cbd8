package midgard.mind;

import java.util.Locale;

/** What a player is to an NPC by the number of visits (player's guide, domain reference 1.1). */
public enum Acquaintance {
  STRANGER(0),
  ACQUAINTANCE(3),
  FRIEND(11),
  CLOSE_FRIEND(31);

  private final int fromVisits;

  Acquaintance(int fromVisits) {
    this.fromVisits = fromVisits;
  }

  public static Acquaintance of(int visits) {
    Acquaintance found = STRANGER;
    for (Acquaintance word : values()) {
      found = visits >= word.fromVisits ? word : found;
    }
    return found;
  }

  public int fromVisits() {
    return fromVisits;
  }

  public boolean isAtLeast(Acquaintance other) {
    return compareTo(other) >= 0;
  }

  /** As people read it: {@code close friend}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
