package midgard.topology.receipt;

/**
 * What the router made of an event.
 *
 * @param reason why it was rejected, for people; empty otherwise
 */
public record Verdict(Kind kind, String reason) {
  public enum Kind {
    ACCEPTED,
    DUPLICATE,
    REJECTED
  }

  public static final Verdict ACCEPTED = new Verdict(Kind.ACCEPTED, "");
  public static final Verdict DUPLICATE = new Verdict(Kind.DUPLICATE, "");

  public static Verdict rejected(String reason) {
    return new Verdict(Kind.REJECTED, reason);
  }
}
