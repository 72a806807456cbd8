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
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicLong;
import midgard.schemas.event.GameEvent;

/**
 * 1,000 events a second as game servers send them, an open load: each of 50 servers sends every 250
 * ms what has happened in it since, one request at a time; their turns are spread evenly, so a
 * request of five events on average starts every 5 ms. A server whose last request is still out
 * sends what has gathered as soon as the answer is there; the latency of these events counts from
 * the moment when they should have been sent.
 */
final class EventLoad {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double TURNS_PER_SECOND = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private record Turn(long intended, boolean counts, List<GameEvent> events) {}

  private static final class Server {
    final List<Turn> waiting = new ArrayList<>();
    boolean busy;
  }

  private final LiveWorld world;
  private final URI target;
  private final Latencies latencies = new Latencies();
  private final List<Server> servers = new ArrayList<>();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong accepted = new AtomicLong();
  private final Phaser out = new Phaser(1);
  private ProcessorTime warm;
  private double stolenPercent;

  EventLoad(LiveWorld world) {
    this.world = world;
    this.target = world.process().uri("/api/v1/events/dispatch?wait=applied");
    for (int i = 0; i < LiveTraffic.SERVERS; i++) {
      servers.add(new Server());
    }
  }

  /** Sends by the clock, and returns when all answers are there. */
  void run(Duration warmUp, Duration measured) {
    Schedule schedule = Schedule.of(TURNS_PER_SECOND, warmUp, measured);
    long eventTime = world.traffic().time();
    schedule.run(
        (number, intended) -> {
          if (warm == null && schedule.counts(number)) {
            warm = ProcessorTime.now();
          }
          int server = (int) (number % LiveTraffic.SERVERS);
          long until = eventTime + Math.round(number * 1000 / TURNS_PER_SECOND);
          List<GameEvent> events = world.traffic().upTo(server, until);
          if (!events.isEmpty()) {
            LiveTraffic.stamp(events, world.clock().millis());
            sent.addAndGet(events.size());
            out.register();
            offer(servers.get(server), new Turn(intended, schedule.counts(number), events));
          }
        });
    out.arriveAndAwaitAdvance();
    stolenPercent = warm.stolenPercentUntil(ProcessorTime.now());
  }

  Latencies latencies() {
    return latencies;
  }

  /** Of the processors' time after the warm-up, how much the host kept for others. */
  double stolenPercent() {
    return stolenPercent;
  }

  long sent() {
    return sent.get();
  }

  long accepted() {
    return accepted.get();
  }

  private void offer(Server server, Turn turn) {
    synchronized (server) {
      server.waiting.add(turn);
      if (server.busy) {
        return;
      }
      server.busy = true;
    }
    post(server);
  }

  private void post(Server server) {
    List<Turn> turns;
    synchronized (server) {
      turns = List.copyOf(server.waiting);
      server.waiting.clear();
      server.busy = !turns.isEmpty();
    }
    if (turns.isEmpty()) {
      return;
    }
    List<GameEvent> events = turns.stream().flatMap(turn -> turn.events().stream()).toList();
    HttpRequest request =
        HttpRequest.newBuilder(target)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(LiveTraffic.dispatchBody(events)))
            .build();
    world
        .http()
        .sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
        .whenComplete(
            (answer, failure) -> {
              answered(turns, events.size(), System.nanoTime(), readable(answer));
              post(server);
            });
  }

  private void answered(List<Turn> turns, int events, long now, JsonNode answer) {
    long taken = answer.path("accepted").asLong();
    accepted.addAndGet(taken);
    world.addAccepted(taken);
    for (Turn turn : turns) {
      long nanos = now - turn.intended();
      int count = turn.counts() ? turn.events().size() : 0;
      if (taken != events) {
        latencies.failed(nanos, count);
      } else if (answer.path("applied").asBoolean()) {
        latencies.took(nanos, count);
      } else {
        latencies.late(nanos, count);
      }
      out.arriveAndDeregister();
    }
  }

  /** The answer's JSON; an empty object stands for none. */
  private static JsonNode readable(HttpResponse<byte[]> answer) {
    try {
      return answer != null && answer.statusCode() == 200
          ? JSON.readTree(answer.body())
          : JSON.createObjectNode();
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }
}
