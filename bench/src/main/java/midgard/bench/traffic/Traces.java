package midgard.bench.traffic;

import static midgard.bench.traffic.Calibration.count;
import static midgard.bench.traffic.Calibration.has;
import static midgard.bench.traffic.Calibration.is;
import static midgard.bench.traffic.Calibration.number;
import static midgard.bench.traffic.Calibration.text;
import static midgard.bench.traffic.Calibration.time;
import static midgard.bench.traffic.Calibration.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What each recorded player did, one after another. */
final class Traces {
  private static final Set<String> MOVES = Set.of("@warp", "@go", "@jumpto", "@recall", "#warp");
  private static final int AT_ONCE_MS = 300;
  private static final int RESPAWN_WITHIN_MS = 15_000;

  private final List<ObjectNode> events;
  private final Map<Long, List<ObjectNode>> players;

  Traces(List<ObjectNode> events) {
    this.events = events;
    this.players = Calibration.byPlayer(events);
  }

  double onlineShare() {
    long seconds =
        events.stream()
            .filter(is("player_logout"))
            .mapToLong(e -> number(e, "session_seconds"))
            .sum();
    return rounded(seconds * 1000.0 / players.size() / span());
  }

  double townShare() {
    long online = 0;
    long town = 0;
    for (List<ObjectNode> trace : players.values()) {
      for (int i = 1; i < trace.size(); i++) {
        ObjectNode before = trace.get(i - 1);
        if (!type(before).equals("player_logout")) {
          long passed = time(trace.get(i)) - time(before);
          online += passed;
          town += Towns.isTown(before.get("map").textValue()) ? passed : 0;
        }
      }
    }
    return rounded((double) town / online);
  }

  List<Integer> pickupDelay() {
    Map<String, Deque<Long>> lying = new HashMap<>();
    List<Integer> delays = new ArrayList<>();
    for (ObjectNode event : events) {
      boolean drop = type(event).equals("item_drop");
      if (drop || type(event).equals("item_pickup")) {
        Deque<Long> times =
            lying.computeIfAbsent(
                event.get("player_id") + " " + number(event, "item_id"), k -> new ArrayDeque<>());
        if (drop) {
          times.add(time(event));
        } else if (!times.isEmpty()) {
          delays.add((int) (time(event) - times.remove()));
        }
      }
    }
    delays.sort(null);
    List<Integer> quantiles = new ArrayList<>();
    for (int tenth = 0; tenth <= 7; tenth++) {
      quantiles.add(delays.get((delays.size() - 1) * tenth / 10));
    }
    return quantiles;
  }

  int moveCommands() {
    return (int) events.stream().filter(Traces::isMove).count();
  }

  int movesByCommand() {
    return (int) events.stream().filter(this::movedByCommand).count();
  }

  int respawns() {
    return (int)
        players.values().stream().flatMap(t -> t.stream().filter(e -> respawned(t, e))).count();
  }

  List<Recorded.Character> characters() {
    List<Recorded.Character> characters = new ArrayList<>();
    players.forEach(
        (id, trace) -> {
          ObjectNode first = trace.get(0);
          int kills = (int) trace.stream().filter(is("monster_kill")).count();
          characters.add(
              new Recorded.Character(
                  first.get("player_name").textValue(),
                  first.get("job_class").intValue(),
                  first.get("base_level").intValue(),
                  first.get("job_level").intValue(),
                  startingZeny(trace),
                  trace.size(),
                  kills,
                  levels(trace, "base"),
                  levels(trace, "job"),
                  count(trace, is("monster_kill"), e -> e.get("map").textValue()),
                  scenes(trace)));
        });
    return characters;
  }

  private static long startingZeny(List<ObjectNode> trace) {
    return trace.stream()
        .filter(is("zeny_change"))
        .findFirst()
        .map(e -> (long) number(e, "balance") - number(e, "amount"))
        .orElse(0L);
  }

  private static int levels(List<ObjectNode> trace, String kind) {
    return (int)
        trace.stream().filter(is("level_up").and(e -> text(e, "kind").equals(kind))).count();
  }

  private SortedMap<Scene, Integer> scenes(List<ObjectNode> trace) {
    SortedMap<Scene, Integer> n = new TreeMap<>();
    n.put(Scene.HUNT, of(trace, is("monster_kill")) - of(trace, is("mvp_kill")));
    n.put(Scene.MVP, of(trace, is("mvp_kill")));
    n.put(Scene.CONSUME, of(trace, Calibration::isUse));
    n.put(Scene.SKILL, of(trace, is("skill_use")));
    n.put(Scene.DEATH, of(trace, Calibration.deathByMonster()));
    n.put(Scene.DUEL, of(trace, is("pvp_kill")));
    n.put(Scene.BUY, of(trace, is("shop_buy")));
    n.put(Scene.SELL, of(trace, is("shop_sell")));
    n.put(Scene.REFINE, of(trace, is("item_refine")));
    n.put(Scene.DONATE, of(trace, is("donation")));
    n.put(Scene.ACCEPT, of(trace, is("quest_accept")));
    n.put(Scene.COMPLETE, of(trace, is("quest_complete")));
    n.put(Scene.TRADE, of(trace, is("trade_complete")));
    n.put(Scene.VENDING, of(trace, is("vending_sale")));
    n.put(Scene.CART, of(trace, is("item_change").and(e -> text(e, "reason").equals("other"))) / 2);
    n.put(Scene.THROW, of(trace, is("item_drop").and(has("monster_id").negate())));
    n.put(Scene.CHAT, of(trace, is("chat")));
    n.put(Scene.PARTY, of(trace, is("party_change")));
    n.put(Scene.GUILD, of(trace, is("guild_change")));
    n.put(Scene.COMMAND, of(trace, is("gm_command")));
    n.put(Scene.SESSION, of(trace, is("player_login")) + of(trace, is("player_logout")));
    int fares = of(trace, e -> isFare(trace, e));
    int favours = of(trace, interaction("gift").or(interaction("chest")).or(interaction("help")));
    n.put(Scene.FARE, fares);
    n.put(Scene.FAVOUR, favours);
    int afterTalk =
        n.get(Scene.REFINE)
            + n.get(Scene.DONATE)
            + n.get(Scene.ACCEPT)
            + n.get(Scene.COMPLETE)
            + fares
            + favours;
    n.put(Scene.TALK, Math.max(0, of(trace, interaction("talk")) - afterTalk));
    n.put(
        Scene.LOOK,
        Math.max(0, of(trace, interaction("trade")) - n.get(Scene.BUY) - n.get(Scene.SELL)));
    n.put(Scene.TRAVEL, of(trace, is("map_change").and(e -> isOwnWill(trace, e))));
    n.values().removeIf(count -> count == 0);
    return n;
  }

  /** A fee for the warp service: what a script took right before a change of map. */
  private static boolean isFare(List<ObjectNode> trace, ObjectNode event) {
    if (!type(event).equals("zeny_change") || !text(event, "reason").equals("script")) {
      return false;
    }
    return number(event, "amount") < 0
        && trace.stream()
            .anyMatch(is("map_change").and(e -> within(time(e) - time(event), AT_ONCE_MS)));
  }

  private boolean movedByCommand(ObjectNode event) {
    return type(event).equals("map_change")
        && events.stream().anyMatch(e -> isMove(e) && within(time(event) - time(e), AT_ONCE_MS));
  }

  private boolean isOwnWill(List<ObjectNode> trace, ObjectNode move) {
    return !movedByCommand(move)
        && !respawned(trace, move)
        && trace.stream()
            .noneMatch(e -> isFare(trace, e) && within(time(move) - time(e), AT_ONCE_MS));
  }

  private static boolean respawned(List<ObjectNode> trace, ObjectNode event) {
    return type(event).equals("map_change")
        && Towns.isTown(text(event, "to_map"))
        && trace.stream()
            .anyMatch(
                Calibration.deathByMonster()
                    .and(e -> within(time(event) - time(e), RESPAWN_WITHIN_MS)));
  }

  private static boolean within(long passed, int ms) {
    return passed >= 0 && passed <= ms;
  }

  private static boolean isMove(ObjectNode event) {
    return type(event).equals("gm_command") && MOVES.contains(text(event, "command"));
  }

  private static Predicate<ObjectNode> interaction(String kind) {
    return is("npc_interaction").and(e -> text(e, "interaction").equals(kind));
  }

  private static int of(List<ObjectNode> trace, Predicate<ObjectNode> which) {
    return (int) trace.stream().filter(which).count();
  }

  private long span() {
    return time(events.get(events.size() - 1)) - time(events.get(0));
  }

  private static double rounded(double share) {
    return Math.round(share * 1000) / 1000.0;
  }
}
