package midgard.mind;

import java.time.Duration;

/**
 * What fades by a hundredth a day (domain reference 1.3 and 6.5). It goes by whole days that have
 * passed, so that it does not matter how often anybody looks.
 */
public final class Decay {
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final int KEPT_MILLI = 990;

  private Decay() {}

  /** What is left of a value, from either side towards 0. */
  public static int left(int value, long since, long now) {
    long left = value;
    for (long day = days(since, now); day > 0 && left != 0; day--) {
      left = left * KEPT_MILLI / 1000;
    }
    return (int) left;
  }

  /** The instant up to which {@link #left} has taken the days into account. */
  public static long reckonedTo(long since, long now) {
    return since + days(since, now) * DAY;
  }

  private static long days(long since, long now) {
    return Math.max(0, (now - since) / DAY);
  }
}
