package midgard.bench.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import midgard.service.feed.Recording;

/** Measures a recorded session. */
public final class Calibration {
  private static final int EXAMPLES = 40;

  private final List<ObjectNode> events = new ArrayList<>();
  private final String source;

  private Calibration(String source) {
    this.source = source;
  }

  /**
   * Reads a recording.
   *
   * @throws midgard.service.feed.FeedException when it cannot be read
   * @throws IllegalArgumentException when a line is no event
   */
  public static Recorded of(Path file) throws InterruptedException {
    Calibration calibration = new Calibration(file.getFileName().toString());
    new Recording(file)
        .read(
            new Recording.Reader() {
              @Override
              public void event(long line, ObjectNode event, long time) {
                calibration.events.add(event);
              }

              @Override
              public void bad(long line, String reason) {
                throw new IllegalArgumentException("Line %d: %s".formatted(line, reason));
              }
            });
    return calibration.measure();
  }

  private Recorded measure() {
    Traces traces = new Traces(events);
    SortedMap<String, Integer> types = count(e -> true, Calibration::type);
    return new Recorded(
        source,
        events.size(),
        time(events.get(events.size() - 1)) - time(events.get(0)),
        types,
        traces.onlineShare(),
        traces.townShare(),
        count(is("map_change").and(e -> Towns.isTown(text(e, "to_map"))), e -> text(e, "to_map")),
        (int) events.stream().filter(is("item_drop").and(has("monster_id"))).count(),
        types.get("item_pickup"),
        traces.pickupDelay(),
        traces.moveCommands(),
        traces.movesByCommand(),
        traces.respawns(),
        (int) events.stream().filter(deathByMonster()).count(),
        count(deathByMonster(), e -> number(e, "killer_id")),
        count(Calibration::isUse, e -> number(e, "item_id")),
        count(is("gm_command"), e -> text(e, "command")),
        count(is("chat"), e -> text(e, "channel")),
        events.stream()
            .filter(is("chat"))
            .map(e -> text(e, "text"))
            .distinct()
            .sorted()
            .limit(EXAMPLES)
            .toList(),
        count(is("skill_use"), e -> number(e, "skill_id") + " " + text(e, "target_type")),
        traces.characters(),
        monsters());
  }

  private List<Recorded.Monster> monsters() {
    Map<Integer, List<ObjectNode>> kills = new TreeMap<>();
    events.stream()
        .filter(is("monster_kill"))
        .forEach(
            e -> kills.computeIfAbsent(number(e, "monster_id"), id -> new ArrayList<>()).add(e));
    List<Recorded.Monster> monsters = new ArrayList<>();
    kills.forEach(
        (id, list) -> {
          JsonNode first = list.get(0).get("payload");
          List<Long> damage =
              list.stream().map(e -> e.get("payload").get("damage").longValue()).sorted().toList();
          monsters.add(
              new Recorded.Monster(
                  id,
                  first.get("monster_name").textValue(),
                  first.get("monster_level").intValue(),
                  first.get("base_exp").longValue(),
                  first.get("job_exp").longValue(),
                  list.size(),
                  damage.get(damage.size() / 2),
                  events.stream()
                      .anyMatch(is("mvp_kill").and(e -> number(e, "mvp_id") == (int) id)),
                  count(
                      is("monster_kill").and(e -> number(e, "monster_id") == (int) id),
                      e -> e.get("map").textValue()),
                  count(
                      is("item_drop")
                          .and(has("monster_id"))
                          .and(e -> number(e, "monster_id") == (int) id),
                      e -> number(e, "item_id"))));
        });
    return monsters;
  }

  private <K extends Comparable<K>> SortedMap<K, Integer> count(
      Predicate<ObjectNode> which, Function<ObjectNode, K> key) {
    return count(events, which, key);
  }

  static <K extends Comparable<K>> SortedMap<K, Integer> count(
      List<ObjectNode> events, Predicate<ObjectNode> which, Function<ObjectNode, K> key) {
    SortedMap<K, Integer> counts = new TreeMap<>();
    events.stream().filter(which).forEach(e -> counts.merge(key.apply(e), 1, Integer::sum));
    return counts;
  }

  static Map<Long, List<ObjectNode>> byPlayer(List<ObjectNode> events) {
    Map<Long, List<ObjectNode>> players = new LinkedHashMap<>();
    for (ObjectNode event : events) {
      if (event.has("player_id")) {
        players
            .computeIfAbsent(event.get("player_id").longValue(), id -> new ArrayList<>())
            .add(event);
      }
    }
    return new TreeMap<>(players);
  }

  static Predicate<ObjectNode> is(String type) {
    return e -> type(e).equals(type);
  }

  static Predicate<ObjectNode> has(String field) {
    return e -> e.get("payload").has(field);
  }

  static Predicate<ObjectNode> deathByMonster() {
    return is("player_death").and(e -> text(e, "killer_type").equals("monster"));
  }

  /** Something used up; the emperium that founds a guild is not. */
  static boolean isUse(ObjectNode event) {
    return type(event).equals("item_change")
        && text(event, "reason").equals("consume")
        && number(event, "item_id") != Items.EMPERIUM;
  }

  static String type(ObjectNode event) {
    return event.get("event_type").textValue();
  }

  static long time(ObjectNode event) {
    return event.get("timestamp").longValue();
  }

  static String text(ObjectNode event, String field) {
    return event.get("payload").get(field).textValue();
  }

  static int number(ObjectNode event, String field) {
    return event.get("payload").get(field).intValue();
  }
}
