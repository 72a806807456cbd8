package midgard.bench.figures;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import midgard.bench.traffic.EventText;
import midgard.bench.traffic.Traffic;
import midgard.bench.traffic.TrafficOptions;
import midgard.schemas.event.GameEvent;

/**
 * Made traffic, split into what each game server has to send, in its order. One for the life of a
 * world, so that boots, purses and levels go on from figure to figure; an event's time is the
 * moment it is sent at. Safe for several threads, if each server is taken by one of them.
 */
final class LiveTraffic {
  /**
   * Many, so that each can send in order, one request at a time, and all together are an open load.
   */
  static final int SERVERS = 50;

  /** Of the world that most figures share. */
  static final int PLAYERS = 2000;

  private final Traffic traffic;
  private final List<Deque<GameEvent>> waiting = new ArrayList<>();
  private final Attendance attendance = new Attendance();
  private GameEvent next;

  LiveTraffic(int players, long seed, double rate, long start) {
    this.traffic =
        new Traffic(new TrafficOptions(players, seed, rate, start, SERVERS, TrafficOptions.MAPS));
    for (int i = 0; i < SERVERS; i++) {
      waiting.add(new ArrayDeque<>());
    }
    this.next = traffic.next();
  }

  /** How many characters there are, whether they have come yet or not. */
  int players() {
    return traffic.options().players();
  }

  /** How many players have come, by the events that were taken. */
  synchronized int came() {
    return attendance.came();
  }

  /** How many of them have done more than log in. */
  synchronized int acted() {
    return attendance.acted();
  }

  /** Event time of what comes next, ms. */
  synchronized long time() {
    return next.getTimestamp();
  }

  /** What a server has seen up to a moment of event time. */
  synchronized List<GameEvent> upTo(int server, long time) {
    while (next.getTimestamp() <= time) {
      advance();
    }
    List<GameEvent> taken = new ArrayList<>(waiting.get(server));
    waiting.get(server).clear();
    taken.forEach(attendance::note);
    return taken;
  }

  /** The next events of a server, this many. */
  synchronized List<GameEvent> next(int server, int count) {
    Deque<GameEvent> own = waiting.get(server);
    while (own.size() < count) {
      advance();
    }
    List<GameEvent> taken = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      taken.add(own.remove());
    }
    taken.forEach(attendance::note);
    return taken;
  }

  private void advance() {
    String id = next.getServerId();
    waiting.get(Integer.parseInt(id.substring(id.lastIndexOf('-') + 1)) - 1).add(next);
    next = traffic.next();
  }

  /** The events happen at this moment, ms UTC. */
  static void stamp(List<GameEvent> events, long now) {
    events.forEach(event -> event.setTimestamp(now));
  }

  /** The body of a dispatch. */
  static byte[] dispatchBody(List<GameEvent> events) {
    return body(events, "{\"events\":[", "", "]}");
  }

  /** The body of a REST proxy's produce call. */
  static byte[] produceBody(List<GameEvent> events) {
    return body(events, "{\"records\":[", "{\"value\":", "]}");
  }

  private static byte[] body(List<GameEvent> events, String open, String before, String close) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(events.size() * 400 + 20);
    body.writeBytes(open.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < events.size(); i++) {
      if (i > 0) {
        body.write(',');
      }
      body.writeBytes(before.getBytes(StandardCharsets.UTF_8));
      body.writeBytes(EventText.of(events.get(i)));
      if (!before.isEmpty()) {
        body.write('}');
      }
    }
    body.writeBytes(close.getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }
}
