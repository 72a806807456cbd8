package midgard.bench.faults.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import midgard.agent.Agent;
import midgard.agent.WindowSeries;
import midgard.schemas.Domain;
import midgard.schemas.serde.AvroCodec;
import midgard.topology.DomainKeys;
import midgard.topology.FirstWrite;
import midgard.topology.StoreNames;

/** Every store of a world, and how its keys and values are shown in {@link States}. */
final class StoreCatalogue {
  private static final int WINDOW_TAIL = Long.BYTES + Integer.BYTES;

  private static final String ROUTER = "router";

  /** Every store gets one tombstone for this when it is new; see {@link FirstWrite}. */
  private static final byte[] NO_KEY = "none".getBytes(StandardCharsets.UTF_8);

  private enum Kind {
    STATES,
    WINDOWS,
    ROUTER,
    ROUTER_WINDOWS
  }

  private record Store(String place, Kind kind) {}

  private final Map<String, Store> stores = new TreeMap<>();

  /** The agents whose states a domain's store holds. */
  private final Map<String, List<String>> agentsOf = new TreeMap<>();

  StoreCatalogue(List<Agent<?>> agents) {
    for (Agent<?> agent : agents) {
      agentsOf.computeIfAbsent(agent.domain().id(), place -> new ArrayList<>()).add(agent.id());
      for (WindowSeries<?> series : agent.windowSeries()) {
        stores.put(series.store(), new Store(agent.domain().id(), Kind.WINDOWS));
      }
    }
    for (Domain domain : Domain.values()) {
      stores.put(StoreNames.states(domain), new Store(domain.id(), Kind.STATES));
    }
    stores.put(StoreNames.ROUTER_BOOTS, new Store(ROUTER, Kind.ROUTER));
    stores.put(StoreNames.ROUTER_RANGES, new Store(ROUTER, Kind.ROUTER));
    stores.put(StoreNames.ROUTER_IDS, new Store(ROUTER, Kind.ROUTER_WINDOWS));
  }

  /** The names of all stores. */
  List<String> names() {
    return List.copyOf(stores.keySet());
  }

  /** What a line of {@link States} names after its place: an agent for its states, else a store. */
  private static TreeSet<String> named(StoreCatalogue catalogue) {
    TreeSet<String> named = new TreeSet<>();
    catalogue.stores.forEach(
        (name, store) -> {
          if (store.kind() != Kind.STATES) {
            named.add(name);
          }
        });
    catalogue.agentsOf.values().forEach(named::addAll);
    return named;
  }

  /** What lines name that a replay with other agents does not have, nor anything of the router. */
  Set<String> notFilledByReplay(List<Agent<?>> agents) {
    Set<String> missing = named(this);
    StoreCatalogue replayed = new StoreCatalogue(agents);
    Set<String> filled = named(replayed);
    filled.removeIf(
        name ->
            replayed.stores.containsKey(name) && replayed.stores.get(name).place().equals(ROUTER));
    missing.removeAll(filled);
    return missing;
  }

  /** False for what is no store at all. */
  boolean isWindowed(String store) {
    return stores.containsKey(store)
        && (stores.get(store).kind() == Kind.WINDOWS
            || stores.get(store).kind() == Kind.ROUTER_WINDOWS);
  }

  /** Adds an entry of a store; without a value it is taken away. */
  void put(States states, String store, int partition, byte[] key, byte[] value) {
    if (value == null && Arrays.equals(key, NO_KEY)) {
      return;
    }
    Store found = stores.get(store);
    String name = place(store, partition) + name(store, found.kind(), key);
    Map<String, String> map = isWindowed(store) ? states.windows() : states.values();
    if (value == null) {
      map.remove(name);
    } else {
      map.put(name, value(found.kind(), key, value));
    }
  }

  private String place(String store, int partition) {
    return stores.get(store).place() + "-" + partition + " ";
  }

  /** Notes that the files of a store cannot be read, and forgets what was read of them. */
  void unreadable(States states, String store, int partition, String why) {
    Store found = stores.get(store);
    List<String> prefixes =
        switch (found.kind()) {
          case STATES ->
              Stream.concat(
                      agentsOf.getOrDefault(found.place(), List.of()).stream().map(id -> id + " "),
                      Stream.of("timer ", "tick"))
                  .toList();
          default -> List.of(store + " ");
        };
    for (String prefix : prefixes) {
      String names = place(store, partition) + prefix;
      states.values().keySet().removeIf(name -> name.startsWith(names));
      states.windows().keySet().removeIf(name -> name.startsWith(names));
      states.unreadable().put(names, why);
    }
  }

  /** Adds a line of a replay's dump. */
  void put(States states, String line) {
    String[] parts = line.split(" ", 3);
    if (parts[1].equals("timer")) {
      states.values().put(line, "");
    } else if (parts[1].equals("tick")) {
      if (!parts[2].equals("0")) {
        states.values().put(parts[0] + " tick", parts[2]);
      }
    } else {
      int end = line.lastIndexOf(' ');
      Map<String, String> map = isWindowed(parts[1]) ? states.windows() : states.values();
      map.put(line.substring(0, end), line.substring(end + 1));
    }
  }

  private static String name(String store, Kind kind, byte[] key) {
    return switch (kind) {
      case STATES -> ofDomain(key);
      case WINDOWS -> {
        ByteBuffer tail = ByteBuffer.wrap(key, key.length - WINDOW_TAIL, WINDOW_TAIL);
        yield store
            + " "
            + text(Arrays.copyOf(key, key.length - WINDOW_TAIL))
            + "@"
            + tail.getLong();
      }
      case ROUTER, ROUTER_WINDOWS -> store + " " + HexFormat.of().formatHex(key);
    };
  }

  private static String ofDomain(byte[] key) {
    if (DomainKeys.isTimer(key)) {
      return "timer " + DomainKeys.timer(key, new byte[0]);
    }
    return DomainKeys.isTick(key) ? "tick" : String.join(" ", DomainKeys.ofState(key));
  }

  private static String value(Kind kind, byte[] key, byte[] value) {
    if (kind == Kind.STATES && DomainKeys.isTimer(key)) {
      return "";
    }
    if (kind == Kind.STATES && DomainKeys.isTick(key)) {
      return Long.toString(DomainKeys.time(value));
    }
    return switch (kind) {
      case STATES, WINDOWS -> HexFormat.of().formatHex(value, AvroCodec.HEADER, value.length);
      case ROUTER, ROUTER_WINDOWS -> HexFormat.of().formatHex(value);
    };
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
