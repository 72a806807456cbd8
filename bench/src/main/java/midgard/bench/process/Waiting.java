package midgard.bench.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waiting for a process to do something. */
final class Waiting {
  private static final Duration PROBE_EVERY = Duration.ofMillis(20);

  private static final Duration STATE_WITHIN = Duration.ofSeconds(20);

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
   * Waits until a process has come to the state, which follows its signal only when the kernel gets
   * to it.
   *
   * @throws ConditionTimeoutException when it takes too long
   */
  static void until(ProcessState state, long pid) {
    Awaitility.await("process " + pid + " is " + state)
        .atMost(STATE_WITHIN)
        .pollDelay(Duration.ZERO)
        .pollInterval(PROBE_EVERY)
        .until(() -> ProcessState.of(pid) == state);
  }
}
