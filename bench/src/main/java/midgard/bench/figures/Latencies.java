package midgard.bench.figures;

import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Latencies from the moment at which something should have been sent. Whatever was slow to be sent,
 * because what came before it was slow, counts with its whole delay (no coordinated omission). What
 * failed or came late counts with the time after which that was known.
 */
final class Latencies {
  private static final double NANOS_PER_MICRO = 1000;
  private static final double MICROS_PER_MILLI = 1000;
  private static final long LONGEST_MICROS = 120_000_000;

  private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
  private final AtomicLong late = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong missing = new AtomicLong();

  /**
   * @param count how many took so long; 0, as for a warm-up, leaves everything as it was
   */
  void took(long nanos, long count) {
    if (count > 0) {
      long value = Math.min(LONGEST_MICROS, Math.max(1, Math.round(nanos / NANOS_PER_MICRO)));
      micros.recordValueWithCount(value, count);
    }
  }

  /** Answered, but not with what was waited for. */
  void late(long nanos, long count) {
    took(nanos, count);
    late.addAndGet(count);
  }

  void failed(long nanos, long count) {
    took(nanos, count);
    failed.addAndGet(count);
  }

  /** Answered: there is no such thing. */
  void missing(long nanos) {
    took(nanos, 1);
    missing.incrementAndGet();
  }

  double millis(double percentile) {
    return micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
  }

  long count() {
    return micros.getTotalCount();
  }

  long late() {
    return late.get();
  }

  long failed() {
    return failed.get();
  }

  long missing() {
    return missing.get();
  }

  /** Puts the usual percentiles under this group. */
  void put(String group, Results results) {
    results.put(group + ".p50", millis(50));
    results.put(group + ".p99", millis(99));
    results.put(group + ".p999", millis(99.9));
    results.put(group + ".max", micros.getMaxValue() / MICROS_PER_MILLI);
    results.put(group + ".count", count());
    results.put(group + ".late", late());
    results.put(group + ".failed", failed());
  }
}
