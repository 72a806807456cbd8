package midgard.service.live;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Gauge;
import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import midgard.service.http.Json;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All who listen to the world over WebSockets. */
public final class LiveAudience implements ChangeListener, AutoCloseable {
  /**
   * How often listeners get fresh figures of what changes without a change, like ages and rates.
   */
  static final Duration REFRESH = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(LiveAudience.class);
  private static final Duration SNAPSHOT_LASTS = Duration.ofSeconds(1);

  private record Taken(long at, String text) {}

  private final Supplier<?> snapshot;
  private final int capacity;
  private final Clock clock;
  private final Map<String, LiveClient> clients = new ConcurrentHashMap<>();
  private final ScheduledExecutorService snapshots =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "live-snapshots");
            thread.setDaemon(true);
            return thread;
          });
  private final Meter sent;
  private final Counter lagging;
  private final Counter refused;
  private Taken last;

  /**
   * @param snapshot of the world as data; is asked on a thread of its own
   * @param capacity most listeners at a time
   */
  public LiveAudience(Supplier<?> snapshot, int capacity, Clock clock, MetricRegistry metrics) {
    this.snapshot = snapshot;
    this.capacity = capacity;
    this.clock = clock;
    this.sent = metrics.meter("ws.messages");
    this.lagging = metrics.counter("ws.lagging");
    this.refused = metrics.counter("ws.refused");
    metrics.gauge("ws.clients", () -> (Gauge<Integer>) clients::size);
    snapshots.scheduleWithFixedDelay(
        this::refresh, REFRESH.toMillis(), REFRESH.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * @param everything whether the listener may see what is not public
   * @return whether there was room
   */
  boolean join(String id, Session session, boolean everything) {
    LiveClient client = new LiveClient(session, everything, clock, this::greet);
    synchronized (clients) {
      if (clients.size() >= capacity) {
        refused.inc();
        return false;
      }
      clients.put(id, client);
    }
    greet(client);
    return true;
  }

  void leave(String id) {
    clients.remove(id);
  }

  void answer(String id, String message) {
    LiveClient client = clients.get(id);
    if (client != null) {
      client.answer(message);
    }
  }

  /** How many listen now. */
  public int size() {
    return clients.size();
  }

  @Override
  public void changed(List<LiveChange> changes) {
    for (LiveClient client : clients.values()) {
      for (LiveChange change : changes) {
        if (client.maySee(change)) {
          if (client.offer(change.text())) {
            sent.mark();
          } else {
            lagging.inc();
          }
        }
      }
    }
  }

  private void greet(LiveClient client) {
    snapshots.execute(() -> client.greet(current()));
  }

  private void refresh() {
    try {
      if (!clients.isEmpty()) {
        String text = current();
        clients.values().forEach(client -> client.refresh(text));
      }
    } catch (RuntimeException e) {
      LOG.warn("Listeners got no fresh snapshot: {}", e.getMessage());
    }
  }

  /** On the one thread of snapshots, so that many who come at once share one. */
  private String current() {
    long now = clock.millis();
    if (last == null || Math.abs(now - last.at()) > SNAPSHOT_LASTS.toMillis()) {
      last = new Taken(now, text());
    }
    return last.text();
  }

  private String text() {
    ObjectNode message = Json.MAPPER.createObjectNode();
    message.put("type", "snapshot").put("timestamp", clock.instant().toString());
    try {
      message.set("data", Json.MAPPER.valueToTree(snapshot.get()));
      return Json.MAPPER.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A snapshot is always writable.", e);
    }
  }

  @Override
  public void close() {
    snapshots.shutdownNow();
  }
}
