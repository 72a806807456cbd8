package midgard.bench.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A world that was killed, whose local state was deleted, and that was started again: its stores
 * were rebuilt from their changelogs.
 *
 * @param records that were restored
 * @param seconds from the last look at which nothing had been restored to the first at which the
 *     final number had been; looks are 10 ms apart
 * @param readySeconds from the start of the JVM until the world took events
 */
record Restoration(double records, double seconds, double readySeconds) {
  private static final long LOOK_NANOS = 10_000_000;
  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final double NANOS = 1e9;
  private static final String RESTORED = "midgard_streams_restored_records";

  /**
   * Does it to a world that runs.
   *
   * @throws FigureRefused when it does not take events again within three minutes
   */
  static Restoration of(LiveWorld world) throws IOException, InterruptedException, FigureRefused {
    world.process().kill();
    Folders.delete(Path.of(world.process().settings().get("DATA_DIR")).resolve("streams"));
    long began = System.nanoTime();
    world.process().start();
    Watch watch = new Watch();
    while (!watch.isReady(world)) {
      if (System.nanoTime() - began > READY_WITHIN.toNanos() || !world.process().jvm().isAlive()) {
        throw new FigureRefused("the world was not ready again; see " + world.process().folder());
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return new Restoration(
        watch.restored, (watch.last - watch.first) / NANOS, (System.nanoTime() - began) / NANOS);
  }

  /**
   * Refuses one that is too small to mean something.
   *
   * @param least records
   */
  void require(long least) throws FigureRefused {
    if (records < least) {
      throw new FigureRefused(
          "%.0f records were restored; %d are needed for a figure that means something"
              .formatted(records, least));
    }
  }

  private static final class Watch {
    private long first;
    private long last;
    private double restored;

    boolean isReady(LiveWorld world) throws InterruptedException {
      try {
        long now = System.nanoTime();
        Double count = world.scrape().samples().get(RESTORED);
        if (count != null && count == 0 || first == 0) {
          first = now;
        }
        if (count != null && count > restored) {
          restored = count;
          last = System.nanoTime();
        }
        return world.isReady();
      } catch (IOException e) {
        return false;
      }
    }
  }
}
