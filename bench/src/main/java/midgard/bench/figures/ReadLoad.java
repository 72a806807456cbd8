package midgard.bench.figures;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * 1,000 reads a second over the public read endpoints, an open load: a request is due every
 * millisecond, whatever became of those before. It goes over one of 64 connections; while none is
 * free it waits, and its latency counts from when it was due. Nine in ten ask for one key: a
 * player, its reputation, an item's windows.
 */
final class ReadLoad {
  private static final double READS_PER_SECOND = 1000;
  private static final int CONNECTIONS = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long FIRST_PLAYER = 200_001;
  private static final int[] ITEMS = {909, 705, 512, 501, 914, 921, 507, 938, 949, 915, 713, 935};

  private record Due(String path, long intended, boolean counts) {}

  /** A path with its weight in a hundred; %s is a player or an item. */
  private record Read(int weight, String path) {}

  private static final List<Read> MIX =
      List.of(
          new Read(45, "/api/v1/world/players/P"),
          new Read(20, "/api/v1/progression/reputation/P"),
          new Read(5, "/api/v1/progression/reputation/P/benefits"),
          new Read(10, "/api/v1/economy_social/items/I/windows?size=1m"),
          new Read(10, "/api/v1/economy_social/items/I/windows?size=1h"),
          new Read(3, "/api/v1/economy_social/economy/snapshot"),
          new Read(2, "/api/v1/progression/reputation/leaderboard?limit=10"),
          new Read(2, "/api/v1/world/problems/active"),
          new Read(2, "/api/v1/world/events/active"),
          new Read(1, "/api/v1/world/agents/status"));

  private final LiveWorld world;
  private final Latencies latencies = new Latencies();
  private final Map<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();
  private final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(3);
  private final List<String> paths = new ArrayList<>();
  private final Phaser out = new Phaser(1);
  private final Queue<Due> due = new ConcurrentLinkedQueue<>();
  private final Semaphore connections = new Semaphore(CONNECTIONS);

  ReadLoad(LiveWorld world) {
    this.world = world;
    MIX.forEach(read -> paths.addAll(java.util.Collections.nCopies(read.weight(), read.path())));
  }

  /** Asks by the clock, and returns when all answers are there. */
  void run(Duration warmUp, Duration measured) {
    Schedule schedule = Schedule.of(READS_PER_SECOND, warmUp, measured);
    schedule.run(
        (number, intended) -> {
          out.register();
          due.add(new Due(path(), intended, schedule.counts(number)));
          getNext();
        });
    out.arriveAndAwaitAdvance();
  }

  Latencies latencies() {
    return latencies;
  }

  /** How many answers had which status, 0 being no answer; warm-up left out. */
  Map<Integer, Long> statuses() {
    Map<Integer, Long> counts = new TreeMap<>();
    statuses.forEach((status, count) -> counts.put(status, count.get()));
    return counts;
  }

  private String path() {
    long player = FIRST_PLAYER + random.nextInt(world.traffic().players());
    int item = ITEMS[random.nextInt(ITEMS.length)];
    return paths
        .get(random.nextInt(paths.size()))
        .replace("/P", "/" + player)
        .replace("/I/", "/" + item + "/");
  }

  /** Asks for what is due, as long as there is a connection for it. */
  private void getNext() {
    while (!due.isEmpty() && connections.tryAcquire()) {
      Due next = due.poll();
      if (next == null) {
        connections.release();
      } else {
        get(next);
      }
    }
  }

  private void get(Due read) {
    HttpRequest request =
        HttpRequest.newBuilder(world.process().uri(read.path())).timeout(PATIENCE).build();
    world
        .http()
        .sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
        .whenComplete(
            (answer, failure) -> {
              long took = System.nanoTime() - read.intended();
              connections.release();
              getNext();
              if (read.counts()) {
                answered(answer == null ? 0 : answer.statusCode(), took);
              }
              out.arriveAndDeregister();
            });
  }

  private void answered(int status, long nanos) {
    statuses.computeIfAbsent(status, s -> new AtomicLong()).incrementAndGet();
    switch (status) {
      case 200 -> latencies.took(nanos, 1);
      case 404 -> latencies.missing(nanos);
      default -> latencies.failed(nanos, 1);
    }
  }
}
