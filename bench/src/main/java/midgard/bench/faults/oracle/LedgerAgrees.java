package midgard.bench.faults.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import midgard.bench.faults.Oracle;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.faults.evidence.Evidence.TableRows;
import midgard.bench.faults.evidence.Logged;
import midgard.schemas.event.EventIdentity;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.ZenyChange;

/**
 * The money is right to the zeny: computed anew from the events, without the agents' rules. A purse
 * held before its first event what the game told after it less that event's amount.
 */
public final class LedgerAgrees implements Oracle {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TABLE = "zeny_ledger";

  /** A purse by the events alone. */
  private static final class Recomputed {
    final Map<String, Long> amounts = new TreeMap<>();
    GameEvent first;

    long opening() {
      ZenyChange change = (ZenyChange) first.getPayload();
      return Math.subtractExact(change.getBalance(), change.getAmount());
    }

    long sum() {
      return amounts.values().stream().reduce(0L, Math::addExact);
    }
  }

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public String claims() {
    return "each purse is what its events add up to, in the API and in PostgreSQL";
  }

  @Override
  public List<String> judge(Evidence evidence) {
    Map<Long, Recomputed> purses = recomputed(evidence.logs().events());
    List<String> found = new ArrayList<>();
    if (purses.isEmpty()) {
      found.add("The feed held no zeny_change, so nothing could be judged.");
    }
    Map<Long, Map<String, Long>> ledger = ledger(evidence.tables(), found);
    Set<Long> players = new TreeSet<>(purses.keySet());
    players.addAll(ledger.keySet());
    players.addAll(evidence.purses().keySet());
    for (long player : players) {
      Recomputed purse = purses.get(player);
      if (purse == null) {
        found.add("Player %d has a purse or a ledger, but no event.".formatted(player));
      } else {
        Map<String, Long> entries = new TreeMap<>(purse.amounts);
        entries.put("opening:" + player, purse.opening());
        compare(player, entries, ledger.getOrDefault(player, Map.of()), found);
        compare(player, purse, evidence.purses().get(player), found);
      }
    }
    return found;
  }

  private static Map<Long, Recomputed> recomputed(List<Logged<GameEvent>> events) {
    Map<Long, Recomputed> purses = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (Logged<GameEvent> logged : events) {
      GameEvent event = logged.value();
      if (event.getPayload() instanceof ZenyChange change
          && event.getPlayerId() > 0
          && seen.add(event.getEventId())) {
        Recomputed purse = purses.computeIfAbsent(event.getPlayerId(), p -> new Recomputed());
        purse.amounts.put(event.getEventId(), change.getAmount());
        if (purse.first == null || isBefore(event, purse.first)) {
          purse.first = event;
        }
      }
    }
    return purses;
  }

  /** By the sequence within a boot, by time between boots. */
  private static boolean isBefore(GameEvent a, GameEvent b) {
    var one = EventIdentity.sequenced(a).orElseThrow();
    var other = EventIdentity.sequenced(b).orElseThrow();
    return one.boot().equals(other.boot())
        ? one.sequence() < other.sequence()
        : a.getTimestamp() < b.getTimestamp();
  }

  private static Map<Long, Map<String, Long>> ledger(
      Map<String, TableRows> tables, List<String> found) {
    Map<Long, Map<String, Long>> ledger = new HashMap<>();
    TableRows rows = tables.get(TABLE);
    if (rows == null) {
      found.add("There is no table " + TABLE + ".");
      return ledger;
    }
    for (String row : rows.actual().values()) {
      JsonNode json = json(row);
      ledger
          .computeIfAbsent(json.path("player_id").asLong(), p -> new TreeMap<>())
          .put(json.path("entry_id").asText(), json.path("amount").asLong());
    }
    return ledger;
  }

  private static JsonNode json(String row) {
    try {
      return JSON.readTree(row);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A row of " + TABLE + " is no JSON: " + row, e);
    }
  }

  private static void compare(
      long player, Map<String, Long> expected, Map<String, Long> actual, List<String> found) {
    Set<String> entries = new TreeSet<>(expected.keySet());
    entries.addAll(actual.keySet());
    for (String entry : entries) {
      Long want = expected.get(entry);
      Long have = actual.get(entry);
      if (want == null || !want.equals(have)) {
        found.add(
            "zeny_ledger of player %d: entry %s is %s, by the events it is %s."
                .formatted(player, entry, shown(have), shown(want)));
      }
    }
  }

  private static void compare(long player, Recomputed purse, Long told, List<String> found) {
    long want = Math.addExact(purse.opening(), purse.sum());
    if (told == null || told != want) {
      found.add(
          "The API says player %d has %s zeny; %d before the first event and %d by %d events are %d."
              .formatted(
                  player, shown(told), purse.opening(), purse.sum(), purse.amounts.size(), want));
    }
  }

  private static String shown(Long amount) {
    return amount == null ? "not there" : amount.toString();
  }
}
