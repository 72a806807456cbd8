package midgard.bench.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a process to do something. */
final class Waiting {
  private static final Duration PROBE_EVERY = Duration.ofMillis(20);

  private static final Duration GONE_WITHIN = Duration.ofSeconds(20);

  private Waiting() {}

  /**
   * Waits until the server is ready.
   *
   * @throws IllegalStateException when the process ends first, or it takes too long
   */
  static void untilReady(String name, ChildProcess process, Duration limit, BooleanSupplier ready)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!ready.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException(
            "%s %s; see %s"
                .formatted(
                    name, process.isAlive() ? "is not ready in time" : "ended", process.output()));
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LockSupport.parkNanos(PROBE_EVERY.toNanos());
    }
  }

  /**
   * Waits until a process that is no child of this one has ended. One whose parent has not taken
   * note of its end yet still counts as alive, but has no program any more.
   *
   * @throws IllegalStateException when it lives on
   */
  static void untilGone(ProcessHandle process) throws InterruptedException {
    long end = System.nanoTime() + GONE_WITHIN.toNanos();
    while (process.isAlive() && process.info().command().isPresent()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Process %d lives on".formatted(process.pid()));
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LockSupport.parkNanos(PROBE_EVERY.toNanos());
    }
  }
}
