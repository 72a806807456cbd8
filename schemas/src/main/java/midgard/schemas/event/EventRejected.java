package midgard.schemas.event;

/**
 * An event that cannot be taken in. The message says what is wrong, where, and what would be right.
 */
public final class EventRejected extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of fault: a word for programs. */
  public enum Code {
    MALFORMED,
    MISSING_FIELD,
    WRONG_TYPE,
    OUT_OF_RANGE,
    TOO_LARGE,
    INVALID_TEXT,
    FROM_THE_FUTURE,
    NOT_ACCEPTED
  }

  private final Code code;

  public EventRejected(Code code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
