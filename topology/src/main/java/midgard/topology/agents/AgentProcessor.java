package midgard.topology.agents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.engine.DomainEngine;
import midgard.agent.engine.EngineConfig;
import midgard.agent.engine.EngineListener;
import midgard.agent.engine.InboxRecord;
import midgard.agent.engine.Outputs;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.change.Change;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.model.ModelRequest;
import midgard.schemas.serde.SchemaRegistryException;
import midgard.topology.DeadLetters;
import midgard.topology.FirstWrite;
import midgard.topology.StoreNames;
import midgard.topology.query.OpenStores;
import midgard.topology.receipt.AppliedOffsets;
import midgard.topology.receipt.Receipts;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs all agents of one domain over its inbox: reads each message once, lets the engine work, and
 * carries the effects out. Knows no agent.
 */
public final class AgentProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  private static final Logger LOG = LoggerFactory.getLogger(AgentProcessor.class);

  private final Domain domain;
  private final List<Agent<?>> agents;
  private final EngineConfig config;
  private final EngineListener listener;
  private final AppliedOffsets applied;
  private final Receipts receipts;
  private final OpenStores open;
  private final DeadLetters deadLetters;
  private ProcessorContext<byte[], byte[]> context;
  private List<StateStore> opened = List.of();
  private DomainEngine engine;

  public AgentProcessor(
      Domain domain,
      List<Agent<?>> agents,
      EngineConfig config,
      EngineListener listener,
      AppliedOffsets applied,
      Receipts receipts,
      OpenStores open) {
    this.domain = domain;
    this.agents = agents;
    this.config = config;
    this.listener = listener;
    this.applied = applied;
    this.receipts = receipts;
    this.open = open;
    this.deadLetters = new DeadLetters(config.topics().deadLetters());
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    KafkaStores stores = new KafkaStores(domain, agents, context);
    engine = new DomainEngine(domain, agents, config, stores, listener);
    FirstWrite.schedule(context, stores.tombstones());
    opened = stores.all();
    opened.forEach(store -> open.opened(context.taskId().partition(), store));
  }

  @Override
  public void close() {
    opened.forEach(store -> open.closed(context.taskId().partition(), store));
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    Optional<InboxMessage> message = read(record, at);
    if (message.isPresent()) {
      Optional<String> key =
          Optional.ofNullable(record.key()).map(k -> new String(k, StandardCharsets.UTF_8));
      engine.process(
          new InboxRecord(at.topic(), at.partition(), at.offset(), key, message.get()),
          new Forward(record, at));
    }
    applied.advance(new TopicPartition(at.topic(), at.partition()), at.offset());
    receipts.applied(record.headers());
  }

  private Optional<InboxMessage> read(Record<byte[], byte[]> record, RecordMetadata at) {
    if (record.value() == null) {
      dead(record, at, "malformed", "The record has no value.", null);
      return Optional.empty();
    }
    try {
      return Optional.of(
          config.topics().inbox(domain).value().deserializer().deserialize(null, record.value()));
    } catch (SchemaRegistryException e) {
      if (e.passing()) {
        throw e;
      }
      dead(record, at, "malformed", e.getMessage(), null);
      return Optional.empty();
    } catch (SerializationException e) {
      dead(record, at, "malformed", e.getMessage(), null);
      return Optional.empty();
    }
  }

  private void dead(
      Record<byte[], byte[]> record, RecordMetadata at, String code, String reason, String agent) {
    context.forward(
        deadLetters.of(record, at, code, reason, agent), StoreNames.sink(domain, "dead-letters"));
  }

  /** Effects as records. Headers stay behind: they are no part of the world. */
  private final class Forward implements Outputs {
    private final Record<byte[], byte[]> record;
    private final RecordMetadata at;

    Forward(Record<byte[], byte[]> record, RecordMetadata at) {
      this.record = record;
      this.at = at;
    }

    @Override
    public void change(Change change, byte[] bytes) {
      send(change.getDomain() + "/" + change.getKey(), bytes, "world-changes");
    }

    @Override
    public void action(GameAction action, byte[] bytes) {
      send(action.getIdempotencyKey(), bytes, "game-actions");
    }

    @Override
    public void signal(Domain to, Optional<String> key, InboxMessage message, byte[] bytes) {
      send(key.orElse(null), bytes, "inbox-" + to.id());
    }

    @Override
    public void request(ModelRequest request, byte[] bytes) {
      send(request.getAgent(), bytes, "llm-requests");
    }

    @Override
    public void failed(String agent, String key, Throwable failure) {
      LOG.error(
          "Agent {} failed on key {} at {}-{}@{}; the message is in the dead letters, the agent's state is as it was.",
          agent,
          key,
          at.topic(),
          at.partition(),
          at.offset(),
          failure);
      dead(
          record,
          at,
          "agent_failed",
          "Agent %s failed on key %s: %s".formatted(agent, key, failure),
          agent);
    }

    private void send(String key, byte[] bytes, String sink) {
      byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
      context.forward(
          new Record<>(keyBytes, bytes, record.timestamp()), StoreNames.sink(domain, sink));
    }
  }
}
