package midgard.bench.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast stores are rebuilt from their changelogs: the live world is killed, the folder of its
 * local state deleted, and the world started again. From the last look at which nothing had been
 * restored to the first at which the final number had been; looks are 10 ms apart.
 */
final class RestoreFigure implements Figure {
  private static final long LOOK_NANOS = 10_000_000;
  private static final double NANOS = 1e9;
  private static final long READY_WITHIN_NANOS = 180_000_000_000L;
  private static final String RESTORED = "midgard_streams_restored_records";

  @Override
  public String name() {
    return "restore";
  }

  @Override
  public void measure(Bench bench, Results results)
      throws IOException, InterruptedException, FigureRefused {
    LiveWorld world = bench.live();
    world.fillTo(bench.choose(800_000, 60_000));
    world.process().kill();
    Folders.delete(Path.of(world.process().settings().get("DATA_DIR")).resolve("streams"));
    long began = System.nanoTime();
    world.process().start();
    Watch watch = new Watch();
    while (!watch.isReady(world)) {
      if (System.nanoTime() - began > READY_WITHIN_NANOS || !world.process().jvm().isAlive()) {
        throw new FigureRefused("the world was not ready again; see " + world.process().folder());
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    long least = bench.choose(100_000, 10_000);
    if (watch.restored < least) {
      throw new FigureRefused(
          "%.0f records were restored; %d are needed for a figure that means something"
              .formatted(watch.restored, least));
    }
    results.put("restore.records_per_s", watch.restored / ((watch.last - watch.first) / NANOS));
    results.put("restore.records", watch.restored);
    results.put("restore.ready_s", (System.nanoTime() - began) / NANOS);
    results.setting(name(), "kill -9, local state deleted; changelogs of this machine's own Kafka");
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
