package midgard.bench.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import midgard.bench.process.WorldProcess;
import midgard.bench.traffic.TrafficOptions;

/**
 * What the state of 100,000 players costs: on disk, in memory, and at a start. A world of its own
 * is looked at while it is empty, fed until all of them have come and done things, and looked at
 * again.
 */
final class CrowdFigure implements Figure {
  private static final double MILLIS = 1000;
  private static final int EVENTS_A_PLAYER = 20;

  /**
   * Characters per player that is wanted: some are always off line, and it takes long until the
   * last of them has come.
   */
  private static final double CHARACTERS = 1.02;

  private static final Duration WORKED_OFF_WITHIN = Duration.ofMinutes(10);

  @Override
  public String name() {
    return "crowd";
  }

  @Override
  public void measure(Bench bench, Results results)
      throws IOException, InterruptedException, FigureRefused {
    int wanted = bench.choose(100_000, 5000);
    int characters = (int) Math.ceil(wanted * CHARACTERS);
    double rate = TrafficOptions.of(characters, 1).rate();
    try (LiveWorld world = new LiveWorld(bench.newWorld(name()), characters, rate)) {
      DiskUse emptyDisk = diskOfEmpty(world);
      world.process().startAndAwaitReady();
      LockSupport.parkNanos(MemoryFigure.REST.toNanos());
      long emptyMemory = world.process().jvm().residentBytes();
      feed(bench, world, wanted);
      int players = world.traffic().came();
      results.put("crowd.players", players);
      results.put("crowd.events", world.accepted());
      long memory = world.process().jvm().residentBytes();
      world.process().stop();
      putDisk(DiskUse.of(data(world)).since(emptyDisk), players, results);
      results.put("crowd.memory_bytes_per_player", (double) (memory - emptyMemory) / players);
      results.put("crowd.rss_mb", memory / MemoryFigure.MEBIBYTE);
      restart(world, bench.choose(3, 1), results);
      restore(world, players, results);
      results.setting(name(), setting(world.traffic()));
    }
    Folders.delete(bench.folder().resolve(name()));
  }

  private static DiskUse diskOfEmpty(LiveWorld world) throws IOException, InterruptedException {
    world.process().startAndAwaitReady();
    world.process().stop();
    return DiskUse.of(data(world));
  }

  private static Path data(LiveWorld world) {
    return Path.of(world.process().settings().get("DATA_DIR"));
  }

  private static void feed(Bench bench, LiveWorld world, int wanted)
      throws IOException, InterruptedException, FigureRefused {
    Scrape before = world.scrape();
    long events = (long) EVENTS_A_PLAYER * wanted;
    ClosedLoop loop =
        world.feedUntil(() -> world.accepted() >= events && world.traffic().acted() >= wanted);
    bench.say("%d events are in; what is left of them is worked off.", loop.sent());
    world.awaitDrained(WORKED_OFF_WITHIN);
    world.awaitProjected(WORKED_OFF_WITHIN);
    IntakeCheck.of(before, world.scrape(), loop.sent(), loop.accepted()).require();
  }

  private static void putDisk(DiskUse grown, double players, Results results) {
    results.put("crowd.disk_bytes_per_player", grown.state() / players);
    results.put("crowd.changelog_bytes_per_player", grown.changelogs() / players);
    results.put("crowd.postgresql_bytes_per_player", grown.postgreSql() / players);
  }

  /** The world is stopped before the first round, and runs after the last. */
  private static void restart(LiveWorld world, int rounds, Results results)
      throws IOException, InterruptedException {
    WorldProcess process = world.process();
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      if (i > 0) {
        process.stop();
      }
      took.add(process.startAndAwaitReady().toMillis() / MILLIS);
    }
    results.putMedian("crowd.restart_s", took);
  }

  private static void restore(LiveWorld world, int players, Results results)
      throws IOException, InterruptedException, FigureRefused {
    Restoration restoration = Restoration.of(world);
    // Each of them has a state at least.
    restoration.require(players);
    results.put("crowd.restore_s", restoration.readySeconds());
    results.put("crowd.restore_records", restoration.records());
  }

  private static String setting(LiveTraffic traffic) {
    return ("%d of %d characters came, %d did more than log in; lengths of files after a clean"
            + " stop, less those of the world while it was empty; changelogs as compaction has left"
            + " them by then, PostgreSQL without its write-ahead log; VmRSS when all was worked"
            + " off, less that of the same process before, 20 s after it was ready; restore: kill"
            + " -9, local state deleted, until ready")
        .formatted(traffic.came(), traffic.players(), traffic.acted());
  }
}
