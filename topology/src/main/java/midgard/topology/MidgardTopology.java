package midgard.topology;

import com.codahale.metrics.MetricRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import midgard.agent.Agent;
import midgard.agent.WindowSeries;
import midgard.agent.engine.EngineConfig;
import midgard.agent.engine.EngineListener;
import midgard.schemas.Domain;
import midgard.schemas.router.BootState;
import midgard.schemas.serde.AvroCodec;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.Topics;
import midgard.topology.agents.AgentProcessor;
import midgard.topology.query.OpenStores;
import midgard.topology.receipt.AppliedOffsets;
import midgard.topology.receipt.Receipts;
import midgard.topology.router.Clock;
import midgard.topology.router.Router;
import midgard.topology.router.RouterMeters;
import midgard.topology.router.Routes;
import midgard.topology.router.Ticks;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The whole picture: {@code game.events} → router and clock → five inboxes → the agents of each
 * domain → changes, actions, signals. Six sub-topologies that meet only in topics.
 */
public final class MidgardTopology {
  private static final Duration ID_SEGMENTS = Duration.ofHours(2);

  private final EngineConfig engine;
  private final List<Agent<?>> agents;
  private final ClockSource clock;
  private final EngineListener listener;
  private final AppliedOffsets applied;
  private final Receipts receipts;
  private final RouterMeters routerMeters;
  private final OpenStores open;
  private final Topology topology = new Topology();

  private MidgardTopology(
      EngineConfig engine,
      List<Agent<?>> agents,
      ClockSource clock,
      EngineListener listener,
      AppliedOffsets applied,
      Receipts receipts,
      RouterMeters routerMeters,
      OpenStores open) {
    this.engine = engine;
    this.agents = agents;
    this.clock = clock;
    this.listener = listener;
    this.applied = applied;
    this.receipts = receipts;
    this.routerMeters = routerMeters;
    this.open = open;
  }

  /** Assembles the topology of a world. */
  public static Topology of(
      EngineConfig engine,
      List<Agent<?>> agents,
      ClockSource clock,
      EngineListener listener,
      AppliedOffsets applied,
      Receipts receipts,
      RouterMeters routerMeters,
      OpenStores open) {
    MidgardTopology assembly =
        new MidgardTopology(engine, agents, clock, listener, applied, receipts, routerMeters, open);
    assembly.addRouter();
    for (Domain domain : Domain.values()) {
      assembly.addAgents(domain);
    }
    return assembly.topology;
  }

  /** What the topology of a world with these agents consists of; it is for reading only. */
  static TopologyDescription described(EngineConfig engine, List<Agent<?>> agents) {
    return of(
            engine,
            agents,
            ClockSource.WALL,
            EngineListener.NONE,
            new AppliedOffsets(),
            new Receipts(),
            new RouterMeters(new MetricRegistry()),
            new OpenStores())
        .describe();
  }

  private void addRouter() {
    Topics topics = engine.topics();
    addSource(StoreNames.GAME_EVENTS, topics.gameEvents());
    AvroCodec<BootState> boots = new AvroCodec<>(BootState.class, engine.ids());
    Routes routes = Routes.of(agents);
    topology.addProcessor(
        StoreNames.ROUTER,
        () ->
            new Router(
                topics,
                routes,
                clock,
                boots,
                engine.stateSubject().apply(StoreNames.ROUTER_BOOTS),
                applied,
                receipts,
                routerMeters),
        StoreNames.GAME_EVENTS);
    topology.addProcessor(StoreNames.CLOCK, () -> new Clock(topics, clock), StoreNames.GAME_EVENTS);
    topology.addStateStore(
        keyValue(StoreNames.ROUTER_BOOTS, Serdes.String(), Serdes.ByteArray()), StoreNames.ROUTER);
    topology.addStateStore(
        keyValue(StoreNames.ROUTER_RANGES, Serdes.Bytes(), Serdes.Long()), StoreNames.ROUTER);
    topology.addStateStore(
        Stores.windowStoreBuilder(
                Stores.persistentWindowStore(
                    StoreNames.ROUTER_IDS,
                    Duration.ofHours(24).plus(ID_SEGMENTS),
                    Duration.ofMillis(1),
                    false),
                Serdes.String(),
                Serdes.ByteArray())
            .withLoggingEnabled(Map.of()),
        StoreNames.ROUTER);
    for (Domain domain : Domain.values()) {
      addSink(
          StoreNames.toInbox(domain), topics.inbox(domain), StoreNames.ROUTER, StoreNames.CLOCK);
    }
    addSink(StoreNames.BACK_TO_GAME_EVENTS, topics.gameEvents(), StoreNames.ROUTER);
    addSink(StoreNames.DEAD_LETTERS_OF_ROUTER, topics.deadLetters(), StoreNames.ROUTER);
  }

  private void addAgents(Domain domain) {
    Topics topics = engine.topics();
    String processor = StoreNames.agents(domain);
    addSource(StoreNames.inbox(domain), topics.inbox(domain));
    topology.addProcessor(
        processor,
        () -> new AgentProcessor(domain, agents, engine, listener, applied, receipts, open),
        StoreNames.inbox(domain));
    for (Agent<?> agent : agents) {
      if (agent.domain() == domain) {
        agent.windowSeries().forEach(series -> addWindows(series, processor));
      }
    }
    topology.addStateStore(
        keyValue(StoreNames.states(domain), Serdes.Bytes(), Serdes.ByteArray()), processor);
    for (Domain to : Domain.values()) {
      addSink(StoreNames.sink(domain, "inbox-" + to.id()), topics.inbox(to), processor);
    }
    addSink(StoreNames.sink(domain, "world-changes"), topics.worldChanges(), processor);
    addSink(StoreNames.sink(domain, "game-actions"), topics.gameActions(), processor);
    addSink(StoreNames.sink(domain, "llm-requests"), topics.llmRequests(), processor);
    addSink(StoreNames.sink(domain, "dead-letters"), topics.deadLetters(), processor);
  }

  private void addWindows(WindowSeries<?> series, String processor) {
    topology.addStateStore(
        Stores.windowStoreBuilder(
                Stores.persistentWindowStore(
                    series.store(), series.retention(), series.size(), false),
                Serdes.String(),
                Serdes.ByteArray())
            .withLoggingEnabled(Map.of()),
        processor);
  }

  /** Cached: a key that is written often within one commit costs one changelog record. */
  private static <K, V> StoreBuilder<?> keyValue(String name, Serde<K> key, Serde<V> value) {
    return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), key, value)
        .withCachingEnabled()
        .withLoggingEnabled(Map.of());
  }

  private void addSource(String name, Topic<?> topic) {
    topology.addSource(
        name, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic.name());
  }

  private void addSink(String name, Topic<?> topic, String... parents) {
    topology.addSink(
        name,
        topic.name(),
        new ByteArraySerializer(),
        new ByteArraySerializer(),
        Ticks.KEYLESS_TO_ALL,
        parents);
  }
}
