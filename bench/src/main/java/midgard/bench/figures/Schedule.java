package midgard.bench.figures;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Moments at a fixed distance, kept whatever becomes of what was started at them.
 *
 * @param begin of the first, {@link System#nanoTime}
 * @param step from one to the next, nanoseconds
 * @param warmUp moments before this one do not count
 * @param moments how many there are, warm-up included
 */
record Schedule(long begin, long step, long warmUp, long moments) {

  /** What is done at a moment. */
  interface Act {
    /**
     * @param number from 0
     * @param intended when it should be, {@link System#nanoTime}
     */
    void at(long number, long intended);
  }

  static Schedule of(double perSecond, Duration warmUp, Duration measured) {
    long step = Math.round(1e9 / perSecond);
    return new Schedule(
        System.nanoTime() + step,
        step,
        warmUp.toNanos() / step,
        (warmUp.toNanos() + measured.toNanos()) / step);
  }

  boolean counts(long number) {
    return number >= warmUp;
  }

  /** Runs through all of it on this thread; what is late is done at once. */
  void run(Act act) {
    for (long number = 0; number < moments; number++) {
      long intended = begin + number * step;
      for (long left = intended - System.nanoTime(); left > 0; ) {
        LockSupport.parkNanos(left);
        left = intended - System.nanoTime();
      }
      act.at(number, intended);
    }
  }
}
