package midgard.bench.figures;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import midgard.bench.process.WorldProcess;

/** A running world, the traffic that goes into it, and what it says of itself. */
final class LiveWorld implements AutoCloseable {
  /** Of visible and api, the aims' own. */
  static final double EVENTS_PER_SECOND = 1000;

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final int QUIET_LOOKS = 3;
  private static final long SEED = 20_261_122;

  private final WorldProcess process;
  private final LiveTraffic traffic;
  private final Clock clock = Clock.systemUTC();
  private final AtomicLong accepted = new AtomicLong();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  LiveWorld(WorldProcess process) {
    this.process = process;
    this.traffic = new LiveTraffic(SEED, EVENTS_PER_SECOND, clock.millis());
  }

  WorldProcess process() {
    return process;
  }

  LiveTraffic traffic() {
    return traffic;
  }

  HttpClient http() {
    return http;
  }

  Clock clock() {
    return clock;
  }

  /** Events that it has accepted so far. */
  long accepted() {
    return accepted.get();
  }

  void addAccepted(long events) {
    accepted.addAndGet(events);
  }

  Scrape scrape() throws IOException, InterruptedException {
    return Scrape.of(http, process.uri("/metrics"));
  }

  /** Whether it takes events; false also while it does not answer. */
  boolean isReady() throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(process.uri("/api/v1/health/ready"))
              .timeout(Duration.ofSeconds(5))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Waits until everything that was appended has been worked off.
   *
   * @throws FigureRefused when that takes longer
   */
  void awaitDrained(Duration limit) throws IOException, InterruptedException, FigureRefused {
    long end = System.nanoTime() + limit.toNanos();
    int quiet = 0;
    double lag = 0;
    while (quiet < QUIET_LOOKS) {
      lag = scrape().sum("kafka_consumer_partition_records_lag", "StreamThread");
      quiet = lag == 0 ? quiet + 1 : 0;
      if (System.nanoTime() > end) {
        throw new FigureRefused(
            "the world is %.0f records behind after %d s of rest"
                .formatted(lag, limit.toSeconds()));
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  /** Feeds until the world has accepted this many events in all, and has worked them off. */
  void fillTo(long events) throws IOException, InterruptedException, FigureRefused {
    if (accepted() < events) {
      try (ClosedLoop loop = ClosedLoop.dispatch(this, 8, 200, "logged")) {
        loop.start();
        while (accepted() < events && loop.goesOn()) {
          LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
      }
    }
    awaitDrained(Duration.ofMinutes(3));
  }

  @Override
  public void close() throws InterruptedException {
    process.close();
  }
}
