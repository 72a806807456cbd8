package midgard.sql.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The place after an entry, from which the next page goes on. It names the entry itself and not a
 * number of entries, so entries that arrive in the meantime shift nothing.
 */
public record LedgerCursor(Instant timestamp, String entryId) {

  /**
   * Reads what {@link #toString()} wrote.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static LedgerCursor parse(String text) {
    int dot = text.indexOf('.');
    if (dot > 0 && dot < text.length() - 1) {
      try {
        return new LedgerCursor(
            Instant.EPOCH.plus(Long.parseLong(text.substring(0, dot)), ChronoUnit.MICROS),
            text.substring(dot + 1));
      } catch (NumberFormatException | ArithmeticException | java.time.DateTimeException e) {
        throw invalid(text, e);
      }
    }
    throw invalid(text, null);
  }

  private static IllegalArgumentException invalid(String text, RuntimeException cause) {
    return new IllegalArgumentException(
        "'%s' is no place in the ledger. Give the value that the page before named as its next one."
            .formatted(text),
        cause);
  }

  @Override
  public String toString() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, timestamp) + "." + entryId;
  }
}
