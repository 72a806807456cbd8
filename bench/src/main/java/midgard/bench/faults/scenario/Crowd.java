package midgard.bench.faults.scenario;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import midgard.bench.process.WorldProcess;

/**
 * Many who ask for the same, so many a second, whatever became of those before. Who finds no
 * connection free opens one.
 */
final class Crowd {
  /** Stands for: no answer. */
  static final int GAVE_UP = 0;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final Map<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();
  private final Phaser out = new Phaser(1);
  private final HttpRequest request;
  private final Thread asking;
  private volatile boolean goesOn = true;

  private Crowd(URI uri, int perSecond) {
    this.request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
    this.asking = new Thread(() -> ask(Duration.ofSeconds(1).dividedBy(perSecond)), "crowd");
  }

  /** They begin to ask. */
  static Crowd asking(WorldProcess world, String path, int perSecond) {
    Crowd crowd = new Crowd(world.uri(path), perSecond);
    crowd.asking.start();
    return crowd;
  }

  /** Nobody asks any more; waits until each has an answer or has given up. */
  void stop() throws InterruptedException {
    goesOn = false;
    asking.join();
    out.arriveAndAwaitAdvance();
  }

  /** How many answers had which status. */
  Map<Integer, Long> statuses() {
    Map<Integer, Long> counts = new TreeMap<>();
    statuses.forEach((status, count) -> counts.put(status, count.get()));
    return counts;
  }

  private void ask(Duration every) {
    long next = System.nanoTime();
    while (goesOn) {
      askOnce();
      next += every.toNanos();
      for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }

  private void askOnce() {
    out.register();
    http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .whenComplete(
            (answer, failure) -> {
              int status = answer == null ? GAVE_UP : answer.statusCode();
              statuses.computeIfAbsent(status, s -> new AtomicLong()).incrementAndGet();
              out.arriveAndDeregister();
            });
  }
}
