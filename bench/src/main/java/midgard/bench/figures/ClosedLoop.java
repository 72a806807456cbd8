package midgard.bench.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import midgard.schemas.event.GameEvent;

/**
 * As much as a world takes: connections that each send a batch, wait for its answer, and send the
 * next. Each stands for some game servers, whose events stay in order.
 */
final class ClosedLoop implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** How events go in and how the answer counts them. */
  private enum Way {
    DISPATCH,
    REST_PROXY
  }

  private final LiveWorld world;
  private final Way way;
  private final URI target;
  private final int batch;
  private final boolean retries;
  private final List<Thread> connections = new ArrayList<>();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong duplicate = new AtomicLong();
  private final AtomicReference<String> failure = new AtomicReference<>();
  private volatile long stopped;

  private ClosedLoop(
      LiveWorld world, Way way, String path, int connections, int batch, boolean retries) {
    this.world = world;
    this.way = way;
    this.target = world.process().uri(path);
    this.batch = batch;
    this.retries = retries;
    for (int i = 0; i < connections; i++) {
      int first = i;
      this.connections.add(new Thread(() -> send(first, connections), "connection-" + (i + 1)));
    }
  }

  /**
   * @param wait as the API's parameter of that name; empty: the API's default
   */
  static ClosedLoop dispatch(LiveWorld world, int connections, int batch, String wait) {
    String path = "/api/v1/events/dispatch" + (wait.isEmpty() ? "" : "?wait=" + wait);
    return new ClosedLoop(world, Way.DISPATCH, path, connections, batch, false);
  }

  /** One that goes on sending what was not answered, as a game server's spool does. */
  static ClosedLoop persistent(LiveWorld world, int connections, int batch) {
    String path = "/api/v1/events/dispatch?wait=logged";
    return new ClosedLoop(world, Way.DISPATCH, path, connections, batch, true);
  }

  static ClosedLoop restProxy(LiveWorld world, int connections, int batch) {
    return new ClosedLoop(world, Way.REST_PROXY, "/topics/game.events", connections, batch, false);
  }

  void start() {
    connections.forEach(Thread::start);
  }

  /** Whether nothing has gone wrong yet. */
  boolean goesOn() {
    return failure.get() == null;
  }

  long sent() {
    return sent.get();
  }

  long accepted() {
    return accepted.get();
  }

  long duplicate() {
    return duplicate.get();
  }

  /** What went wrong first. */
  Optional<String> failure() {
    return Optional.ofNullable(failure.get());
  }

  /** Waits for the last answers. */
  @Override
  public void close() throws InterruptedException {
    stopped = System.nanoTime();
    for (Thread connection : connections) {
      connection.join();
    }
  }

  private void send(int first, int step) {
    int server = first;
    try {
      while (stopped == 0 && goesOn()) {
        List<GameEvent> events = world.traffic().next(server, batch);
        LiveTraffic.stamp(events, world.clock().millis());
        byte[] body =
            way == Way.DISPATCH
                ? LiveTraffic.dispatchBody(events)
                : LiveTraffic.produceBody(events);
        sent.addAndGet(events.size());
        deliver(body, events.size());
        server = server + step < LiveTraffic.SERVERS ? server + step : first;
      }
    } catch (IOException | FigureRefused e) {
      failure.compareAndSet(null, e.getMessage() == null ? e.toString() : e.getMessage());
    } catch (InterruptedException e) {
      failure.compareAndSet(null, "it was interrupted");
    }
  }

  private void deliver(byte[] body, int events)
      throws IOException, InterruptedException, FigureRefused {
    for (boolean done = false; !done; ) {
      try {
        done = post(body, events);
      } catch (IOException e) {
        if (!retries) {
          throw e;
        }
      }
      if (!done && stopped != 0 && System.nanoTime() - stopped > LAST_ANSWERS.toNanos()) {
        throw new FigureRefused(
            "the last events were not taken within %d s".formatted(LAST_ANSWERS.toSeconds()));
      }
      if (!done) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private boolean post(byte[] body, int events)
      throws IOException, InterruptedException, FigureRefused {
    HttpRequest request =
        HttpRequest.newBuilder(target)
            .timeout(PATIENCE)
            .header(
                "Content-Type",
                way == Way.DISPATCH ? "application/json" : "application/vnd.kafka.json.v2+json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<byte[]> answer =
        world.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      if (retries && answer.statusCode() >= 500) {
        return false;
      }
      throw new FigureRefused(
          "%s answers %d: %s"
              .formatted(target.getPath(), answer.statusCode(), new String(answer.body())));
    }
    count(JSON.readTree(answer.body()), events);
    return true;
  }

  private void count(JsonNode answer, int events) throws FigureRefused {
    long taken = way == Way.DISPATCH ? answer.path("accepted").asLong() : offsets(answer);
    long repeats = answer.path("duplicate").asLong();
    accepted.addAndGet(taken);
    duplicate.addAndGet(repeats);
    world.addAccepted(taken);
    if (taken + (retries ? repeats : 0) != events) {
      throw new FigureRefused(
          "of %d events %d were accepted: %s"
              .formatted(events, taken, shortened(answer.toString())));
    }
  }

  private static long offsets(JsonNode answer) {
    long taken = 0;
    for (JsonNode offset : answer.path("offsets")) {
      taken +=
          offset.path("error_code").isNull() || offset.path("error_code").isMissingNode() ? 1 : 0;
    }
    return taken;
  }

  private static String shortened(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
