package midgard.bench.faults.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import midgard.agents.economy.Purse;
import midgard.bench.faults.evidence.Effect;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.faults.evidence.Evidence.TableRows;
import midgard.bench.faults.evidence.ExpectedLetter;
import midgard.bench.faults.evidence.Logged;
import midgard.bench.faults.evidence.Logs;
import midgard.bench.faults.evidence.States;
import midgard.bench.faults.feed.Fate;
import midgard.schemas.Cause;
import midgard.schemas.DeadLetter;
import midgard.schemas.action.BroadcastMessage;
import midgard.schemas.action.BroadcastScope;
import midgard.schemas.action.GameAction;
import midgard.schemas.change.Change;
import midgard.schemas.event.EventJson;
import midgard.schemas.event.EventRejected;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Priority;
import midgard.schemas.inbox.InboxMessage;
import midgard.topology.router.Routes;

/**
 * What a flawless run leaves behind: player 150101 has 1000 zeny, gets 100 and pays 30. Tests take
 * it and spoil one thing.
 */
public final class EvidenceBuilder {
  static final String PLAYER = "150101";
  static final Effect CONCLUDED =
      new Effect(
          "world.changes", "player/150101", "inbox.player-0@0", "ZenyLedger by economy", "0a0b");
  static final String STATE = "player-0 economy-player 150101";
  static final String WINDOW = "item-0 item-windows 501@60000";
  static final String TIMER = "player-0 timer Timer[due=1]";
  static final String ROUTER_STATE = "router-0 router-boots 01";

  final Map<String, Fate> fates = new LinkedHashMap<>();
  final List<Logged<GameEvent>> events = new ArrayList<>();
  public final List<Logged<InboxMessage>> inboxes = new ArrayList<>();
  final List<Logged<Change>> changes = new ArrayList<>();
  final List<Logged<GameAction>> actions = new ArrayList<>();
  final List<Logged<DeadLetter>> deadLetters = new ArrayList<>();
  final List<Effect> recorded = new ArrayList<>();
  final List<Effect> replayed = new ArrayList<>();
  final Set<ExpectedLetter> failures = new HashSet<>();
  final States replayedStates = States.empty();
  public final States changelogs = States.empty();
  final States local = States.empty();
  final States restored = States.empty();
  final Map<String, TableRows> tables = new TreeMap<>();
  final List<String> openFailures = new ArrayList<>();
  final Map<Long, Long> purses = new HashMap<>();
  public final Map<String, Long> agentFailures = new HashMap<>();
  public final Set<ExpectedLetter> expectedLetters = new HashSet<>();
  final Map<String, Integer> journal = new TreeMap<>();
  long missingSequences;
  boolean filesHurt;

  private EvidenceBuilder() {}

  public static EvidenceBuilder flawless() {
    EvidenceBuilder builder = new EvidenceBuilder();
    builder.event(1, 100, 1100);
    builder.event(2, -30, 1070);
    builder.changes.add(logged("world.changes", 0, "player/150101", change()));
    builder.actions.add(logged("game.actions", 0, "reward-1", action("action-1", "reward-1")));
    builder.recorded.add(CONCLUDED);
    builder.replayed.add(CONCLUDED);
    for (States states :
        List.of(builder.replayedStates, builder.changelogs, builder.local, builder.restored)) {
      states.values().put(STATE, "0c");
      states.values().put(TIMER, "");
      states.windows().put(WINDOW, "0d");
      if (states != builder.replayedStates) {
        states.values().put(ROUTER_STATE, "0e");
      }
    }
    Map<String, String> rows = new TreeMap<>();
    rows.put("opening:150101", row("opening:150101", 1000));
    rows.put("boot-1", row("boot-1", 100));
    rows.put("boot-2", row("boot-2", -30));
    builder.tables.put("zeny_ledger", new TableRows(new TreeMap<>(rows), rows));
    builder.purses.put(150101L, 1070L);
    builder.agentFailures.put("economy-player", 0L);
    return builder;
  }

  static String row(String entry, long amount) {
    return "{\"entry_id\":\"%s\",\"player_id\":150101,\"amount\":%d}".formatted(entry, amount);
  }

  private void event(int sequence, long amount, long balance) {
    GameEvent event = zeny(sequence, amount, balance);
    fates.put(event.getEventId(), new Fate(Fate.Kind.ACCEPTED, 0, events.size(), "", 1));
    events.add(logged("game.events", events.size(), "server-1", event));
    routed(event);
  }

  /** The event comes to the player's inbox. */
  void routed(GameEvent event) {
    InboxMessage message =
        new InboxMessage(
            event.getTimestamp(),
            new Cause("game.events", 0, event.getSequence() - 1, event.getEventId()),
            null,
            null,
            event);
    inboxes.add(logged("inbox.player", inboxes.size(), PLAYER, message));
  }

  static GameEvent zeny(int sequence, long amount, long balance) {
    String json =
        """
        {"event_type":"zeny_change","timestamp":%d,"event_id":"boot-%d","server_id":"server-1",
         "sequence":%d,"player_id":150101,
         "payload":{"amount":%d,"balance":%d,"reason":"npc_shop"}}"""
            .formatted(1_795_346_255_000L + sequence, sequence, sequence, amount, balance);
    try {
      return EventJson.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (EventRejected e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Change change() {
    Change change = new Change();
    change.setCause(new Cause("inbox.player", 0, 0L, "boot-1"));
    return change;
  }

  static GameAction action(String id, String idempotencyKey) {
    return new GameAction(
        id,
        "problem-world",
        "world",
        "world",
        idempotencyKey,
        Priority.normal,
        null,
        null,
        null,
        1L,
        2L,
        new Cause("inbox.world", 0, 0L, "boot-1"),
        new BroadcastMessage("Hello", BroadcastScope.all, null));
  }

  static DeadLetter letter(String topic, long offset, String agent) {
    return new DeadLetter("malformed", "It is no event.", topic, 0, offset, 1L, agent, null, null);
  }

  public static <T> Logged<T> logged(String topic, long offset, String key, T value) {
    return new Logged<>(topic, 0, offset, Optional.of(key), new byte[0], value);
  }

  /** What the test made of it. */
  public Evidence build() {
    return new Evidence(
        fates,
        new Logs(events, inboxes, changes, actions, deadLetters, Map.of()),
        Routes.of(List.of(new Purse())),
        new Evidence.Effects(recorded, replayed, failures),
        new Evidence.Kept(
            replayedStates, Set.of("router-boots"), changelogs, local, Optional.of(restored)),
        tables,
        openFailures,
        purses,
        new Evidence.Figures(missingSequences, agentFailures),
        expectedLetters,
        journal,
        filesHurt);
  }
}
