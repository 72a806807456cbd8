package midgard.bench.faults.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends events to a world as a game server's bridge does: in their order, one batch at a time, by
 * both ways in turn; what was not acknowledged is sent again, with the same event_id, until it is.
 * Keeps what became of each.
 */
public final class Feed implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_AT_ONCE = 500;
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration BEAT = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final String base;
  private final String topic;
  private final List<FedEvent> events;
  private final int perSecond;
  private final Thread thread = new Thread(this::run, "feed");
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Map<String, Fate> fates = new LinkedHashMap<>();
  private volatile int settled;
  private volatile int brokenOff;
  private volatile boolean closed;
  private volatile RuntimeException failure;
  private int batches;

  /**
   * @param base of the world's internal server
   * @param topic of events
   * @param perSecond events a second; after an outage what is late follows at once
   */
  public Feed(String base, String topic, List<FedEvent> events, int perSecond) {
    this.base = base;
    this.topic = topic;
    this.events = List.copyOf(events);
    this.perSecond = perSecond;
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** How many events there are, ticks included. */
  public int size() {
    return events.size();
  }

  /** How many requests broke off or were answered with an error, so that nobody knew. */
  public int brokenOff() {
    return brokenOff;
  }

  /**
   * Waits until so much of the feed has been acknowledged.
   *
   * @param share from 0 to 1
   * @throws IllegalStateException when that takes longer, or the feed failed
   */
  public void awaitShare(double share, Duration atMost) {
    int wanted = (int) (share * events.size());
    long end = System.nanoTime() + atMost.toNanos();
    while (settled < wanted && thread.isAlive() && failure == null) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "Only %d of %d events were acknowledged within %d s."
                .formatted(settled, events.size(), atMost.toSeconds()));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Waits for the end and says what became of every event, by id. */
  public Map<String, Fate> awaitEnd(Duration atMost) throws InterruptedException {
    awaitShare(1, atMost);
    thread.join();
    return Map.copyOf(fates);
  }

  private void run() {
    try {
      long began = System.nanoTime();
      while (settled < events.size() && !closed) {
        double seconds = (System.nanoTime() - began) / 1e9;
        int due = (int) Math.min(events.size(), seconds * perSecond);
        int until = Math.min(due, settled + MOST_AT_ONCE);
        if (until > settled) {
          deliver(events.subList(settled, until));
        } else {
          LockSupport.parkNanos(BEAT.toNanos());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private void deliver(List<FedEvent> batch) throws InterruptedException {
    Way way = batches++ % 2 == 0 ? Way.REST_PROXY : Way.DISPATCH;
    List<FedEvent> left = batch;
    for (int tries = 1; !left.isEmpty() && !closed; tries++) {
      List<Fate> answer = send(way, left);
      List<FedEvent> again = new ArrayList<>();
      for (int i = 0; i < left.size(); i++) {
        Fate fate = answer.get(i);
        fates.put(
            left.get(i).id(),
            new Fate(fate.kind(), fate.partition(), fate.offset(), fate.reason(), tries));
        if (fate.kind() == Fate.Kind.UNKNOWN) {
          again.add(left.get(i));
        } else {
          settled++;
        }
      }
      if (!again.isEmpty()) {
        brokenOff++;
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      left = again;
    }
  }

  /** What the world says; nobody knows when it does not. */
  private List<Fate> send(Way way, List<FedEvent> batch) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + way.path(topic)))
            .timeout(ANSWER)
            .header("Content-Type", way.contentType())
            .POST(HttpRequest.BodyPublishers.ofString(way.body(batch)))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        List<Fate> told = way.fates(JSON.readTree(answer.body()));
        if (told.size() == batch.size()) {
          return told;
        }
      } else if (answer.statusCode() / 100 == 4
          && answer.statusCode() != 408
          && answer.statusCode() != 429) {
        throw new IllegalStateException(
            "The world refused a batch with %d: %s".formatted(answer.statusCode(), answer.body()));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The world's answer is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      // Broken off: the events may have been taken or not, and are sent again.
    }
    return batch.stream().map(event -> Fate.unknown(1)).toList();
  }

  /** Stops it, however far it is. */
  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.interrupt();
    thread.join();
  }
}
