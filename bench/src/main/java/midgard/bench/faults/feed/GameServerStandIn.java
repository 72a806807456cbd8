package midgard.bench.faults.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import midgard.bench.process.WorldProcess;
import org.apache.commons.rng.UniformRandomProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A game server that carries actions out while the world is being broken: it polls, keeps a journal
 * of what it did, and is no better than a real one: some things fail, some reports are sent twice,
 * and now and then it dies after doing something and before saying so.
 */
public final class GameServerStandIn implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GameServerStandIn.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAME = "midgard-1";
  private static final Duration EVERY = Duration.ofMillis(300);
  private static final Duration ANSWER = Duration.ofSeconds(8);
  private static final int ENOUGH_EMPTY_POLLS = 3;
  private static final double FAILS = 0.05;
  private static final double DIES_BEFORE_REPORTING = 0.1;
  private static final double REPORTS_TWICE = 0.1;

  private final WorldProcess world;
  private final UniformRandomProvider random;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();
  private final Map<String, Integer> journal = new TreeMap<>();
  private final Thread thread = new Thread(this::run, "game-server");
  private volatile boolean stopped;
  private volatile int emptyPolls;

  public GameServerStandIn(WorldProcess world, UniformRandomProvider random) {
    this.world = world;
    this.random = random;
  }

  public void start() {
    thread.start();
  }

  private void run() {
    while (!stopped) {
      try {
        poll();
      } catch (IOException e) {
        // The world is down or was killed while it answered: a real server asks again, too.
        LOG.debug("No answer from the world", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      LockSupport.parkNanos(EVERY.toNanos());
    }
  }

  private void poll() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(world.uri("/api/v1/actions/pending?limit=20&server_id=" + NAME))
                .timeout(ANSWER)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      LOG.debug("The world answered {}: {}", answer.statusCode(), answer.body());
      return;
    }
    JsonNode pending = JSON.readTree(answer.body());
    boolean empty = pending.path("confirm").isEmpty() && pending.path("actions").isEmpty();
    emptyPolls = empty ? emptyPolls + 1 : 0;
    for (JsonNode action : pending.path("confirm")) {
      String id = action.path("action_id").asText();
      report(id, journal.containsKey(id));
    }
    for (JsonNode action : pending.path("actions")) {
      carryOut(action.path("action_id").asText());
    }
  }

  private void carryOut(String id) throws IOException, InterruptedException {
    boolean done = random.nextDouble() >= FAILS;
    if (done) {
      journal.merge(id, 1, Integer::sum);
    }
    if (random.nextDouble() < DIES_BEFORE_REPORTING) {
      return;
    }
    report(id, done);
    if (random.nextDouble() < REPORTS_TWICE) {
      report(id, done);
    }
  }

  private void report(String id, boolean done) throws IOException, InterruptedException {
    String body =
        JSON.createObjectNode()
            .put("action_id", id)
            .put("status", done ? "completed" : "failed")
            .put("server_id", NAME)
            .toString();
    http.send(
        HttpRequest.newBuilder(world.uri("/api/v1/actions/complete"))
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }

  /** Waits until it has found nothing to do for some polls, or so long. */
  public void awaitNothingToDo(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    emptyPolls = 0;
    while (emptyPolls < ENOUGH_EMPTY_POLLS && System.nanoTime() < end) {
      LockSupport.parkNanos(EVERY.toNanos());
    }
  }

  /** Stops it and gives out its journal: how often each action was really done. */
  public Map<String, Integer> stop() throws InterruptedException {
    stopped = true;
    thread.join();
    return new TreeMap<>(journal);
  }

  @Override
  public void close() throws InterruptedException {
    stopped = true;
    thread.interrupt();
    thread.join();
  }
}
