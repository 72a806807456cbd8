package midgard.rules;

/**
 * What time takes of a score: a share of it each day while more than 100 points are left, either
 * way (decisions, "Rules repaired" 6). By days, so it does not matter how often anybody looks.
 *
 * @param shareMillionths 0 to 1,000,000; 10,000 is 1 % a day
 */
public record DailyDecay(long shareMillionths) {
  /** Up to this much, in thousandths, nothing is taken. */
  public static final long FREE_MILLI = 100_000;

  private static final long WHOLE = 1_000_000;

  /**
   * @param milli the score in thousandths
   * @param days so many are over; 0 or fewer: none
   */
  public long after(long days, long milli) {
    long left = milli;
    for (long day = 0; day < days && Math.abs(left) > FREE_MILLI; day++) {
      long taken = Math.abs(left) * shareMillionths / WHOLE;
      if (taken == 0) {
        break;
      }
      left -= Long.signum(left) * taken;
    }
    return left;
  }
}
