package midgard.bench.faults.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import midgard.bench.process.WorldProcess;

/**
 * Asks again and again how long an event takes until all agents have applied it, as the world's own
 * answer tells. Its events are the log-ins of a player whom nothing else concerns.
 */
public final class AppliedProbe implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration EVERY = Duration.ofMillis(100);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final long PLAYER = 99_000_001;

  /**
   * What was found.
   *
   * @param sent events
   * @param notApplied those that were not applied when the world answered, at most a second after
   *     Kafka had them
   * @param median time from sending to the answer
   * @param worst likewise
   */
  public record Report(int sent, int notApplied, Duration median, Duration worst) {
    /** Which part was not applied in time, from 0 to 1. */
    public double lateShare() {
      return (double) notApplied / sent;
    }

    @Override
    public String toString() {
      return "%d of %d probes applied, median %d ms, worst %d ms"
          .formatted(sent - notApplied, sent, median.toMillis(), worst.toMillis());
    }
  }

  private final WorldProcess world;
  private final String name;
  private final long time;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();
  private final Thread thread = new Thread(this::run, "probe");
  private final List<Long> nanos = new ArrayList<>();
  private int notApplied;
  private volatile boolean stopped;

  private AppliedProbe(WorldProcess world, String name, long time) {
    this.world = world;
    this.name = name;
    this.time = time;
    thread.setDaemon(true);
  }

  /**
   * Starts to ask.
   *
   * @param name different for each probe of a world
   * @param time of its events, ms UTC
   */
  public static AppliedProbe start(WorldProcess world, String name, long time) {
    AppliedProbe probe = new AppliedProbe(world, name, time);
    probe.thread.start();
    return probe;
  }

  private void run() {
    try {
      int number = 0;
      do {
        long began = System.nanoTime();
        if (!isApplied(number++)) {
          notApplied++;
        }
        nanos.add(System.nanoTime() - began);
        LockSupport.parkNanos(EVERY.toNanos());
      } while (!stopped);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isApplied(int number) throws InterruptedException {
    // No sequence: a request that breaks off is not sent again and must leave no gap.
    String body =
        "{\"events\":[{\"event_type\":\"player_login\",\"event_id\":\"%s.%d\",\"server_id\":\"probe\",\"player_id\":%d,\"map\":\"prontera\",\"timestamp\":%d}]}"
            .formatted(name, number, PLAYER, time);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(world.uri("/api/v1/events/dispatch") + "?wait=applied"))
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      JsonNode answer =
          JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
      return answer.path("applied").asBoolean(false);
    } catch (IOException e) {
      return false;
    }
  }

  /** Stops and tells; it has asked at least once. */
  public Report stop() throws InterruptedException {
    stopped = true;
    thread.join();
    List<Long> sorted = nanos.stream().sorted().toList();
    return new Report(
        sorted.size(),
        notApplied,
        Duration.ofNanos(sorted.get(sorted.size() / 2)),
        Duration.ofNanos(sorted.get(sorted.size() - 1)));
  }

  @Override
  public void close() throws InterruptedException {
    stopped = true;
    thread.join();
  }
}
