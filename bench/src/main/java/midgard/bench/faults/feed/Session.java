package midgard.bench.faults.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import midgard.service.feed.Recording;

/**
 * The recorded session, as several game servers would have sent it: each with its own boots and
 * players, all with the time they were recorded at, or now.
 */
public final class Session {
  private static final Set<String> PLAYERS =
      Set.of("player_id", "other_player_id", "victim_id", "seller_id", "buyer_id", "account_id");
  private static final long PLAYERS_APART = 1_000_000;
  private static final long SECOND = 1000;

  private record Timed(long time, int server, FedEvent event) {}

  private final Path recording;

  public Session(Path recording) {
    this.recording = recording;
  }

  /**
   * All events in the order of their times.
   *
   * @param ticks whether each second comes before what happened in it
   * @param endsAt when the last event happens, ms UTC; negative: when it was recorded
   */
  public List<FedEvent> events(int servers, boolean ticks, long endsAt)
      throws InterruptedException {
    Recording file = new Recording(recording);
    Recording.Extent extent = file.extent();
    long shift = endsAt < 0 ? 0 : endsAt - extent.last();
    List<Timed> all = new ArrayList<>();
    file.read(
        new Recording.Reader() {
          @Override
          public void event(long line, ObjectNode event, long time) {
            for (int server = 1; server <= servers; server++) {
              FedEvent copy = copy(event.deepCopy(), server, time + shift);
              all.add(new Timed(time + shift, server, copy));
            }
          }

          @Override
          public void bad(long line, String reason) {
            throw new IllegalStateException(recording + ":" + line + ": " + reason);
          }
        });
    if (ticks) {
      long first = Math.floorDiv(extent.first() + shift, SECOND) * SECOND;
      // One more than the last event needs: timers that it set must fire.
      for (long time = first; time <= extent.last() + shift + SECOND; time += SECOND) {
        all.add(new Timed(time, 0, tick(time)));
      }
    }
    all.sort(Comparator.comparingLong(Timed::time));
    return all.stream().map(Timed::event).toList();
  }

  /** A second of the clock; sent by the first server, so that all lie in one order. */
  public static FedEvent tick(long time) {
    ObjectNode tick = JsonNodeFactory.instance.objectNode();
    String id = "clock-" + time;
    tick.put("event_type", "clock_tick");
    tick.put("timestamp", time);
    tick.put("event_id", id);
    tick.put("server_id", server(1));
    return new FedEvent(id, 0, true, tick.toString());
  }

  private static String server(int number) {
    return "server-" + number;
  }

  private static FedEvent copy(ObjectNode event, int server, long time) {
    String prefix = "s" + server + "-";
    event.put("timestamp", time);
    event.put("server_id", server(server));
    event.put("event_id", prefix + event.get("event_id").textValue());
    if (event.get("payload") instanceof ObjectNode payload
        && payload.path("transaction_id").isTextual()) {
      payload.put("transaction_id", prefix + payload.get("transaction_id").textValue());
    }
    movePlayers(event, (server - 1) * PLAYERS_APART);
    return new FedEvent(
        event.get("event_id").textValue(),
        event.path("player_id").asLong(),
        false,
        event.toString());
  }

  private static void movePlayers(JsonNode node, long by) {
    if (node instanceof ObjectNode object) {
      Iterator<Map.Entry<String, JsonNode>> fields = object.fields();
      while (fields.hasNext()) {
        Map.Entry<String, JsonNode> field = fields.next();
        if (PLAYERS.contains(field.getKey()) && field.getValue().asLong() > 0) {
          field.setValue(JsonNodeFactory.instance.numberNode(field.getValue().asLong() + by));
        } else {
          movePlayers(field.getValue(), by);
        }
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(element -> movePlayers(element, by));
    }
  }
}
