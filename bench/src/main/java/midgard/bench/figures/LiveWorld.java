package midgard.bench.figures;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
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
          // The client works on the thread that reads; only answers are completed in the common
          // pool. A pool of its own has no bound: a pause becomes a thousand threads, which take
          // the processors from the world that is measured.
          .executor(Runnable::run)
          .build();

  /** With the usual traffic. */
  LiveWorld(WorldProcess process) {
    this(process, LiveTraffic.PLAYERS, EVENTS_PER_SECOND);
  }

  /**
   * With traffic of as many players as asked for.
   *
   * @param rate events per second of the traffic's own time
   */
  LiveWorld(WorldProcess process, int players, double rate) {
    this.process = process;
    this.traffic = new LiveTraffic(players, SEED, rate, clock.millis());
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
    awaitNone(s -> s.sum("kafka_consumer_partition_records_lag", "StreamThread"), "records", limit);
  }

  /**
   * Waits until PostgreSQL holds everything that the agents have concluded.
   *
   * @throws FigureRefused when that takes longer
   */
  void awaitProjected(Duration limit) throws IOException, InterruptedException, FigureRefused {
    awaitNone(s -> s.value("midgard_projection_lag"), "rows", limit);
  }

  private void awaitNone(ToDoubleFunction<Scrape> lag, String what, Duration limit)
      throws IOException, InterruptedException, FigureRefused {
    long end = System.nanoTime() + limit.toNanos();
    int quiet = 0;
    while (quiet < QUIET_LOOKS) {
      double left = lag.applyAsDouble(scrape());
      quiet = left == 0 ? quiet + 1 : 0;
      if (System.nanoTime() > end) {
        throw new FigureRefused(
            "the world is %.0f %s behind after %d s of rest"
                .formatted(left, what, limit.toSeconds()));
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  /**
   * Feeds as fast as the world takes events in; what is left to be worked off then is not waited
   * for.
   *
   * @param enough asked every half second
   * @return the connections, closed, with their counts
   * @throws FigureRefused when a request failed
   */
  ClosedLoop feedUntil(BooleanSupplier enough) throws InterruptedException, FigureRefused {
    ClosedLoop loop = ClosedLoop.dispatch(this, 8, 200, "logged");
    try (loop) {
      loop.start();
      while (!enough.getAsBoolean() && loop.goesOn()) {
        LockSupport.parkNanos(LOOK_EVERY.toNanos());
      }
    }
    if (loop.failure().isPresent()) {
      throw new FigureRefused(loop.failure().get());
    }
    return loop;
  }

  /** Feeds until the world has accepted this many events in all, and has worked them off. */
  void fillTo(long events) throws IOException, InterruptedException, FigureRefused {
    if (accepted() < events) {
      feedUntil(() -> accepted() >= events);
    }
    awaitDrained(Duration.ofMinutes(3));
  }

  @Override
  public void close() throws InterruptedException {
    process.close();
  }
}
