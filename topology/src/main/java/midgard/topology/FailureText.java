package midgard.topology;

/** What went wrong, in one line for people: libraries often say what failed and hide why. */
public final class FailureText {
  private FailureText() {}

  /**
   * The failure's own message, followed by that of its first cause unless that is told already. The
   * name of the class stands for a message that is missing.
   */
  public static String of(Throwable failure) {
    String what = message(failure);
    String why = message(firstCause(failure));
    return what.contains(why) ? what : what + ": " + why;
  }

  private static Throwable firstCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").strip();
  }
}
