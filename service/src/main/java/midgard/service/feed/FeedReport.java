package midgard.service.feed;

import java.time.Duration;
import java.util.Locale;

/**
 * What became of a feeding.
 *
 * @param read lines with something on them
 * @param ticks seconds that were fed beside
 * @param rejected by the server, and lines that are no event at all
 */
public record FeedReport(
    long read, long accepted, long duplicate, long rejected, long ticks, Duration took) {

  public boolean everythingTaken() {
    return rejected == 0;
  }

  /** One line for people. */
  public String line() {
    double seconds = Math.max(0.001, took.toMillis() / 1000.0);
    String withTicks = ticks == 0 ? "" : ", %d clock ticks".formatted(ticks);
    return String.format(
        Locale.ROOT,
        "%d read, %d accepted, %d duplicate, %d rejected%s; %.1f s, %.0f events/s",
        read,
        accepted,
        duplicate,
        rejected,
        withTicks,
        seconds,
        (accepted + duplicate) / seconds);
  }
}
