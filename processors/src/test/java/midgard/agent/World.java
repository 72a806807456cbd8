package midgard.agent;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import midgard.agent.engine.DomainEngine;
import midgard.agent.engine.EngineConfig;
import midgard.agent.engine.EngineListener;
import midgard.agent.engine.InboxRecord;
import midgard.agent.engine.MemoryStores;
import midgard.agent.engine.Outputs;
import midgard.schemas.Cause;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.change.Change;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.inbox.Tick;
import midgard.schemas.model.ModelRequest;
import midgard.schemas.serde.AvroCodec;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.topic.TopicSettings;
import midgard.schemas.topic.Topics;
import org.apache.avro.specific.SpecificRecord;

/**
 * A world without a broker, for tests of rules: one partition per domain, in memory. Signals are
 * carried from agent to agent; what the agents let out is kept to be looked at.
 */
public final class World implements Outputs {
  private final LocalSchemaIds ids = new LocalSchemaIds();
  private final Topics topics = new Topics(TopicSettings.LOCAL, ids);
  private final EngineConfig config;
  private final List<Agent<?>> agents;
  private final Map<Domain, MemoryStores> stores = new EnumMap<>(Domain.class);
  private final Map<Domain, DomainEngine> engines = new EnumMap<>(Domain.class);
  private final Map<Domain, List<InboxMessage>> inboxes = new EnumMap<>(Domain.class);
  private final Deque<Runnable> underWay = new ArrayDeque<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<GameAction> actions = new ArrayList<>();
  private final List<ModelRequest> requests = new ArrayList<>();
  private final List<InboxMessage> signals = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final List<String> outputBytes = new ArrayList<>();
  private long now;
  private boolean carrySignals = true;

  public World(List<? extends Agent<?>> agents) {
    this(agents, Set.of(), 1);
  }

  public World(List<? extends Agent<?>> agents, Set<AgentName> disabled, long seed) {
    this.agents = List.copyOf(agents);
    this.config =
        new EngineConfig(seed, ZoneOffset.UTC, disabled, topics, ids, store -> store + "-value");
    for (Domain domain : Domain.values()) {
      stores.put(domain, new MemoryStores());
      inboxes.put(domain, new ArrayList<>());
    }
    restart();
  }

  /** New engines on the same stores: what a crash and a restart do. */
  public void restart() {
    for (Domain domain : Domain.values()) {
      engines.put(
          domain,
          new DomainEngine(domain, agents, config, stores.get(domain), EngineListener.NONE));
    }
  }

  /** Keeps signals where they can be looked at instead of delivering them. */
  public World withoutCarryingSignals() {
    carrySignals = false;
    return this;
  }

  /** Gives a game event to one domain and key, as the router would. */
  public World event(Domain domain, String key, GameEvent event) {
    Cause cause = new Cause("game.events", 0, 0L, event.getEventId());
    return message(domain, key, new InboxMessage(event.getTimestamp(), cause, null, null, event));
  }

  /** Gives a signal or command to one key. */
  public World signal(Domain domain, String key, long time, SpecificRecord signal) {
    return message(
        domain,
        key,
        new InboxMessage(time, new Cause("test", 0, 0L, "test"), "test", null, signal));
  }

  public World message(Domain domain, String key, InboxMessage message) {
    append(domain, Optional.ofNullable(key), message);
    while (!underWay.isEmpty()) {
      underWay.poll().run();
    }
    return this;
  }

  /** Lets the clock tick once at an instant, in every domain; ms UTC. */
  public World tick(long time) {
    now = time;
    for (Domain domain : Domain.values()) {
      message(
          domain,
          null,
          new InboxMessage(
              time, new Cause("game.events", 0, 0L, "tick-" + time), null, null, new Tick()));
    }
    return this;
  }

  /** Ticks every {@code stepMillis} from the last tick to an instant. */
  public World tickTo(long time, long stepMillis) {
    while (now + stepMillis < time) {
      tick(now + stepMillis);
    }
    return tick(time);
  }

  public static long at(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  private void append(Domain domain, Optional<String> key, InboxMessage message) {
    long offset = inboxes.get(domain).size();
    inboxes.get(domain).add(message);
    engines
        .get(domain)
        .process(new InboxRecord("inbox." + domain.id(), 0, offset, key, message), this);
  }

  @Override
  public void change(Change change, byte[] bytes) {
    changes.add(change);
    outputBytes.add("change " + hex(bytes));
  }

  @Override
  public void action(GameAction action, byte[] bytes) {
    actions.add(action);
    outputBytes.add("action " + hex(bytes));
  }

  @Override
  public void request(ModelRequest request, byte[] bytes) {
    requests.add(request);
    outputBytes.add("request " + hex(bytes));
  }

  @Override
  public void signal(Domain domain, Optional<String> key, InboxMessage message, byte[] bytes) {
    signals.add(message);
    outputBytes.add("signal " + domain + " " + key + " " + hex(bytes));
    if (carrySignals) {
      underWay.add(() -> append(domain, key, message));
    }
  }

  @Override
  public void failed(String agent, String key, Throwable failure) {
    failures.add(failure);
    outputBytes.add("failed " + agent + " " + key + " " + failure);
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }

  /**
   * What a domain's inbox holds at an offset.
   *
   * @throws IndexOutOfBoundsException when it does not reach so far
   */
  public InboxMessage inbox(Domain domain, long offset) {
    return inboxes.get(domain).get(Math.toIntExact(offset));
  }

  /** Gives a signal or command to one agent of a key. */
  public World answer(String agent, Domain domain, String key, long time, SpecificRecord signal) {
    return message(
        domain,
        key,
        new InboxMessage(time, new Cause("test", 0, 0L, "test"), "test", agent, signal));
  }

  /**
   * Puts a state under a key, as if its agent had come to it; the agent need not be in the list.
   */
  public <S extends SpecificRecord> World put(StateOf<S> of, String key, S state) {
    AvroCodec<S> codec = new AvroCodec<>(of.type(), ids);
    stores.get(of.domain()).putState(of.id(), key, codec.encode(codec.idFor(of.id()), state));
    return this;
  }

  /** The state of a key, as a reader of the store would see it. */
  public <S extends SpecificRecord> S state(Agent<S> agent, String key) {
    return stores
        .get(agent.domain())
        .state(agent.id(), key)
        .map(bytes -> new AvroCodec<>(agent.handle().type(), ids).decode(bytes))
        .orElseGet(agent::initialState);
  }

  /** The bodies of all changes of a type, in order. */
  public <C extends SpecificRecord> List<C> changes(Class<C> type) {
    return changes.stream().map(Change::getBody).filter(type::isInstance).map(type::cast).toList();
  }

  /** What language models were asked, in order. */
  public List<ModelRequest> requests() {
    return requests;
  }

  public List<Change> changes() {
    return changes;
  }

  public List<GameAction> actions() {
    return actions;
  }

  /** The payloads of all actions of a type, in order. */
  public <C extends SpecificRecord> List<C> actions(Class<C> type) {
    return actions.stream()
        .map(GameAction::getPayload)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** The bodies of all signals of a type, in order. */
  public <C extends SpecificRecord> List<C> signals(Class<C> type) {
    return signals.stream()
        .map(InboxMessage::getBody)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  public List<Throwable> failures() {
    return failures;
  }

  public MemoryStores stores(Domain domain) {
    return stores.get(domain);
  }

  /** All that is stored and all that was let out, byte for byte. */
  public List<String> dump() {
    List<String> all = new ArrayList<>(outputBytes);
    for (Domain domain : Domain.values()) {
      stores.get(domain).dump().forEach(line -> all.add(domain + " " + line));
    }
    return all;
  }
}
