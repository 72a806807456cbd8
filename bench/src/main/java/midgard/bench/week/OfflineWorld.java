package midgard.bench.week;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import midgard.agent.Agent;
import midgard.agent.StateOf;
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
import midgard.topology.router.Routes;
import org.apache.avro.specific.SpecificRecord;

/**
 * All agents of a world in one thread, without Kafka: the same routes and the same engine, one
 * partition per domain, states in memory. What one domain tells another arrives before the next
 * event does, so a run is a function of its events alone, whatever machine it runs on. For one
 * thread.
 */
public final class OfflineWorld implements Outputs {
  private static final Cause OUTSIDE = new Cause("game.events", 0, 0L, "");

  /** What becomes of effects; they have been carried to other agents already. */
  public interface Witness {
    void change(Change change, byte[] bytes);

    void action(GameAction action, byte[] bytes);

    void failed(String agent, String key, Throwable failure);
  }

  private final LocalSchemaIds ids = new LocalSchemaIds();
  private final Routes routes;
  private final Witness witness;
  private final Map<Domain, MemoryStores> stores = new EnumMap<>(Domain.class);
  private final Map<Domain, DomainEngine> engines = new EnumMap<>(Domain.class);
  private final Map<Domain, Long> offsets = new EnumMap<>(Domain.class);
  private final Map<StateOf<?>, AvroCodec<?>> codecs = new LinkedHashMap<>();
  private final Deque<Runnable> underWay = new ArrayDeque<>();
  private long messages;
  private long events;

  /**
   * @param agents of all domains
   * @param seed of the world's chance
   * @param zone of its days
   */
  public OfflineWorld(List<Agent<?>> agents, long seed, ZoneId zone, Witness witness) {
    this.routes = Routes.of(agents);
    this.witness = witness;
    Topics topics = new Topics(TopicSettings.LOCAL, ids);
    EngineConfig config =
        new EngineConfig(seed, zone, Set.of(), topics, ids, store -> store + "-value");
    for (Domain domain : Domain.values()) {
      MemoryStores memory = new MemoryStores();
      stores.put(domain, memory);
      offsets.put(domain, 0L);
      engines.put(domain, new DomainEngine(domain, agents, config, memory, EngineListener.NONE));
    }
  }

  /** Takes a game event in, as the router would: to every key that it concerns. */
  public void event(GameEvent event) {
    Cause cause = new Cause("game.events", 0, events++, event.getEventId());
    InboxMessage message = new InboxMessage(event.getTimestamp(), cause, null, null, event);
    for (Routes.Destination destination : routes.of(event)) {
      underWay.add(() -> append(destination.domain(), Optional.of(destination.key()), message));
    }
    settle();
  }

  /** Lets the clock tick in every domain; ms UTC. */
  public void tick(long time) {
    Cause cause = new Cause("game.events", 0, events++, "tick-" + time);
    InboxMessage message = new InboxMessage(time, cause, null, null, new Tick());
    for (Domain domain : Domain.values()) {
      underWay.add(() -> append(domain, Optional.empty(), message));
    }
    settle();
  }

  /** Gives a command to a key, as the API would. */
  public void command(Domain domain, String key, long time, SpecificRecord command) {
    InboxMessage message = new InboxMessage(time, OUTSIDE, "api", null, command);
    underWay.add(() -> append(domain, Optional.of(key), message));
    settle();
  }

  private void settle() {
    while (!underWay.isEmpty()) {
      underWay.poll().run();
    }
  }

  private void append(Domain domain, Optional<String> key, InboxMessage message) {
    long offset = offsets.merge(domain, 1L, Long::sum) - 1;
    messages++;
    engines
        .get(domain)
        .process(new InboxRecord("inbox." + domain.id(), 0, offset, key, message), this);
  }

  @Override
  public void change(Change change, byte[] bytes) {
    witness.change(change, bytes);
  }

  @Override
  public void action(GameAction action, byte[] bytes) {
    witness.action(action, bytes);
  }

  @Override
  public void signal(Domain domain, Optional<String> key, InboxMessage message, byte[] bytes) {
    underWay.add(() -> append(domain, key, message));
  }

  @Override
  public void request(ModelRequest request, byte[] bytes) {
    throw new IllegalStateException(request.getAgent() + " asks a model where there is none.");
  }

  @Override
  public void failed(String agent, String key, Throwable failure) {
    witness.failed(agent, key, failure);
  }

  /** The state of a key. */
  public <S extends SpecificRecord> S state(StateOf<S> of, String key) {
    return stores
        .get(of.domain())
        .state(of.id(), key)
        .map(bytes -> codec(of).decode(bytes))
        .orElseGet(of::initial);
  }

  /** All states of an agent, by key. */
  public <S extends SpecificRecord> Map<String, S> states(StateOf<S> of) {
    Map<String, S> states = new LinkedHashMap<>();
    stores
        .get(of.domain())
        .states(of.id())
        .forEach(
            (key, bytes) -> {
              if (!key.equals(midgard.agent.Shared.KEY)) {
                states.put(key, codec(of).decode(bytes));
              }
            });
    return states;
  }

  @SuppressWarnings("unchecked")
  private <S extends SpecificRecord> AvroCodec<S> codec(StateOf<S> of) {
    return (AvroCodec<S>) codecs.computeIfAbsent(of, handle -> new AvroCodec<>(handle.type(), ids));
  }

  /** Messages that inboxes have held so far. */
  public long messages() {
    return messages;
  }

  /** All that is kept, without the schema ids: a function of the log alone. */
  public void dump(Consumer<String> lines) {
    stores.forEach(
        (domain, memory) ->
            memory.dump(AvroCodec.HEADER).forEach(line -> lines.accept(domain + " " + line)));
  }
}
