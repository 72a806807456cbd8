package midgard.service.feed;

/**
 * What a server said to one event.
 *
 * @param reason why it was rejected; empty otherwise
 */
record Outcome(Kind kind, String reason) {
  enum Kind {
    ACCEPTED,
    DUPLICATE,
    REJECTED,
    /** Kafka did not take it this time. */
    AGAIN
  }

  static final Outcome ACCEPTED = new Outcome(Kind.ACCEPTED, "");
  static final Outcome DUPLICATE = new Outcome(Kind.DUPLICATE, "");
  static final Outcome AGAIN = new Outcome(Kind.AGAIN, "");

  static Outcome rejected(String reason) {
    return new Outcome(Kind.REJECTED, reason);
  }
}
