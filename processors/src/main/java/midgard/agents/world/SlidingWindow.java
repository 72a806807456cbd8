package midgard.agents.world;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import midgard.schemas.world.Bucket;

/**
 * Counts over the last so many buckets of event time, the running one included. Buckets that the
 * clock has left behind are dropped, so the sum is never of more than the window.
 *
 * @param bucket the window moves by this
 * @param buckets so many make the window
 */
public record SlidingWindow(Duration bucket, int buckets) {

  /**
   * Counts one event, unless it is older than the window. One from ahead of the clock counts at its
   * own time: after a standstill of the clock, events come before the ticks of their seconds.
   *
   * @param counts sorted by start; changed in place
   * @param now the clock, ms UTC; 0 when it has not ticked yet
   * @return whether it was counted
   */
  public boolean add(List<Bucket> counts, long time, long now) {
    long start = startOf(time);
    if (isOver(start, now)) {
      return false;
    }
    int place = counts.size();
    while (place > 0 && counts.get(place - 1).getStart() >= start) {
      place--;
    }
    if (place < counts.size() && counts.get(place).getStart() == start) {
      Bucket found = counts.get(place);
      found.setCount(found.getCount() + 1);
    } else {
      counts.add(place, new Bucket(start, 1L));
    }
    return true;
  }

  /** Drops what the clock has left behind. */
  public void expire(List<Bucket> counts, long now) {
    counts.removeIf(bucket -> isOver(bucket.getStart(), now));
  }

  /** What is in the window at an instant. */
  public long sum(List<Bucket> counts, long now) {
    long sum = 0;
    for (Bucket bucket : counts) {
      sum += isOver(bucket.getStart(), now) ? 0 : bucket.getCount();
    }
    return sum;
  }

  /** When the oldest bucket leaves the window; ms UTC. */
  public OptionalLong nextExpiry(List<Bucket> counts) {
    return counts.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(counts.get(0).getStart() + bucket.toMillis() * buckets);
  }

  /** The start of the bucket that holds an instant. */
  public long startOf(long time) {
    return Math.floorDiv(time, bucket.toMillis()) * bucket.toMillis();
  }

  /** Whether the bucket that starts here has left the window. */
  public boolean isOver(long start, long now) {
    return start + bucket.toMillis() * buckets <= now;
  }
}
