package midgard.bench.figures.pipeline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import midgard.agent.Agent;
import midgard.schemas.Cause;
import midgard.schemas.Domain;
import midgard.schemas.change.Change;
import midgard.schemas.economy.LedgerKind;
import midgard.schemas.economy.ZenyLedger;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.Topics;
import midgard.topology.receipt.AppliedOffsets;
import midgard.topology.router.Routes;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * What Kafka Streams alone makes of the same work: the hops, topics, serdes, keys and settings of a
 * world with neither rules nor stores. As many changes and signals leave it per inbox message as
 * leave the world it is compared with.
 */
final class BareTopology {
  private final Topics topics;
  private final Routes routes;
  private final Effects effects;
  private final AppliedOffsets applied;

  /**
   * How much of an inbox message's way goes on.
   *
   * @param changes records of {@code world.changes} per million inbox messages
   * @param signals messages to another inbox per million inbox messages
   */
  record Effects(long changes, long signals) {}

  private BareTopology(Topics topics, Routes routes, Effects effects, AppliedOffsets applied) {
    this.topics = topics;
    this.routes = routes;
    this.effects = effects;
    this.applied = applied;
  }

  /**
   * @param agents only to know which events they would get
   */
  static Topology of(
      Topics topics, List<Agent<?>> agents, Effects effects, AppliedOffsets applied) {
    return new BareTopology(topics, Routes.of(agents), effects, applied).assembled();
  }

  private Topology assembled() {
    Topology topology = new Topology();
    source(topology, "events", topics.gameEvents());
    topology.addProcessor("router", Router::new, "events");
    for (Domain domain : Domain.values()) {
      sink(topology, "to-" + domain.id(), topics.inbox(domain), "router");
    }
    for (Domain domain : Domain.values()) {
      source(topology, "inbox-" + domain.id(), topics.inbox(domain));
      topology.addProcessor(domain.id(), () -> new Reader(domain), "inbox-" + domain.id());
      sink(topology, domain.id() + "-changes", topics.worldChanges(), domain.id());
      sink(topology, domain.id() + "-signals", topics.inbox(Domain.WORLD), domain.id());
    }
    return topology;
  }

  private static void source(Topology topology, String name, Topic<?> topic) {
    topology.addSource(
        name, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic.name());
  }

  private static void sink(Topology topology, String name, Topic<?> topic, String parent) {
    topology.addSink(
        name, topic.name(), new ByteArraySerializer(), new ByteArraySerializer(), parent);
  }

  private final class Router extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
    @Override
    public void process(Record<byte[], byte[]> record) {
      RecordMetadata at = context().recordMetadata().orElseThrow();
      GameEvent event =
          topics.gameEvents().value().deserializer().deserialize(null, record.value());
      Cause cause = new Cause(at.topic(), at.partition(), at.offset(), event.getEventId());
      InboxMessage message = new InboxMessage(event.getTimestamp(), cause, null, null, event);
      byte[] bytes = null;
      for (Routes.Destination to : routes.of(event)) {
        Topic<InboxMessage> inbox = topics.inbox(to.domain());
        if (bytes == null) {
          bytes = inbox.value().serializer().serialize(inbox.name(), message);
        }
        context()
            .forward(
                new Record<>(to.key().getBytes(StandardCharsets.UTF_8), bytes, record.timestamp()),
                "to-" + to.domain().id());
      }
      applied.advance(new TopicPartition(at.topic(), at.partition()), at.offset());
    }
  }

  private final class Reader extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
    private static final long MILLION = 1_000_000;
    private static final long PLAYER = 150_001;
    private final Domain domain;
    private long changesOwed;
    private long signalsOwed;

    Reader(Domain domain) {
      this.domain = domain;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
      RecordMetadata at = context().recordMetadata().orElseThrow();
      InboxMessage message =
          topics.inbox(domain).value().deserializer().deserialize(null, record.value());
      changesOwed += effects.changes();
      if (changesOwed >= MILLION) {
        changesOwed -= MILLION;
        change(record, message);
      }
      signalsOwed += effects.signals();
      if (signalsOwed >= MILLION) {
        signalsOwed -= MILLION;
        signal(record, message);
      }
      applied.advance(new TopicPartition(at.topic(), at.partition()), at.offset());
    }

    private void change(Record<byte[], byte[]> record, InboxMessage message) {
      ZenyLedger row =
          new ZenyLedger(
              message.getCause().getEventId(),
              PLAYER,
              100L,
              LedgerKind.faucet,
              null,
              null,
              null,
              message.getCause(),
              Instant.ofEpochMilli(message.getTime()));
      Topic<Change> changes = topics.worldChanges();
      Change change =
          new Change(
              "bare",
              domain.id(),
              Long.toString(PLAYER),
              message.getTime(),
              message.getCause(),
              row);
      context()
          .forward(
              record.withValue(changes.value().serializer().serialize(changes.name(), change)),
              domain.id() + "-changes");
    }

    private void signal(Record<byte[], byte[]> record, InboxMessage message) {
      Topic<InboxMessage> inbox = topics.inbox(Domain.WORLD);
      context()
          .forward(
              record.withValue(inbox.value().serializer().serialize(inbox.name(), message)),
              domain.id() + "-signals");
    }
  }
}
