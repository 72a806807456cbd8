package midgard.bench.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** How well the link of a proxy is at the moment; the same for all of its connections. */
final class LinkConditions {
  private static final long UNLIMITED = Long.MAX_VALUE;
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final AtomicLong bytesUntilCut = new AtomicLong(UNLIMITED);
  private volatile long delayNanos;
  private volatile long bytesPerSecond = UNLIMITED;
  private volatile boolean silent;

  void perfect() {
    bytesUntilCut.set(UNLIMITED);
    delayNanos = 0;
    bytesPerSecond = UNLIMITED;
    silent = false;
  }

  void silent() {
    silent = true;
  }

  void delay(Duration delay) {
    delayNanos = delay.toNanos();
  }

  void limit(long bytesPerSecond) {
    this.bytesPerSecond = bytesPerSecond;
  }

  void cutAfter(long bytes) {
    bytesUntilCut.set(bytes);
  }

  /** When something that arrives now may go on. */
  long due() {
    return System.nanoTime() + delayNanos;
  }

  /**
   * How many of these bytes may still go to the server; fewer than asked for when the link is to be
   * cut after them.
   */
  int passing(int bytes) {
    long before =
        bytesUntilCut.getAndUpdate(left -> left == UNLIMITED ? left : Math.max(0, left - bytes));
    return (int) Math.min(bytes, before);
  }

  /** Waits until something that is due then may go on, and for as long as nothing passes. */
  void awaitPassage(long due) {
    long left = due - System.nanoTime();
    while ((left > 0 || silent) && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left > 0 ? left : LOOK_AGAIN_NANOS);
      left = due - System.nanoTime();
    }
  }

  /** Waits as long as these bytes take on a narrow link. */
  void awaitTransmission(int bytes) {
    long limit = bytesPerSecond;
    if (limit == UNLIMITED) {
      return;
    }
    long end = System.nanoTime() + bytes * TimeUnit.SECONDS.toNanos(1) / limit;
    long left = end - System.nanoTime();
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left);
      left = end - System.nanoTime();
    }
  }
}
