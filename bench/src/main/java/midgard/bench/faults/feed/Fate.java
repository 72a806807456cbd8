package midgard.bench.faults.feed;

/**
 * What the world said to an event in the end.
 *
 * @param partition of game.events, where it was told; else -1
 * @param offset where it was told; else -1
 * @param reason why it was refused; empty otherwise
 * @param tries how often it was sent
 */
public record Fate(Kind kind, int partition, long offset, String reason, int tries) {
  /** In words of the game server. */
  public enum Kind {
    /** Taken in, by its own words. */
    ACCEPTED,
    /** Taken in before: an earlier try had come through, though its answer had not. */
    DUPLICATE,
    REFUSED,
    /** Nobody knows: no answer came, or Kafka had not taken it. */
    UNKNOWN
  }

  static Fate unknown(int tries) {
    return new Fate(Kind.UNKNOWN, -1, -1, "", tries);
  }

  /** Whether the world has promised to keep the event. */
  public boolean isAcknowledged() {
    return kind == Kind.ACCEPTED || kind == Kind.DUPLICATE;
  }
}
