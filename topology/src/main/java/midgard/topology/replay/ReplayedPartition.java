package midgard.topology.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.engine.DomainEngine;
import midgard.agent.engine.EngineConfig;
import midgard.agent.engine.EngineListener;
import midgard.agent.engine.InboxRecord;
import midgard.agent.engine.MemoryStores;
import midgard.agent.engine.Outputs;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.change.Change;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.model.ModelRequest;
import midgard.schemas.serde.SchemaRegistryException;
import midgard.schemas.topic.Topics;
import midgard.topology.replay.Turn.Concluded;
import midgard.topology.replay.Turn.Failed;
import midgard.topology.replay.Turn.Sent;
import org.apache.kafka.common.errors.SerializationException;

/** The engine of one domain over one partition of its inbox. */
final class ReplayedPartition {
  private final Domain domain;
  private final EngineConfig config;
  private final RecordingStores stores = new RecordingStores();
  private final DomainEngine engine;
  private LogRecord first;
  private LogRecord last;
  private long lastTime;
  private long messages;

  ReplayedPartition(Domain domain, List<Agent<?>> agents, EngineConfig config) {
    this.domain = domain;
    this.config = config;
    this.engine = new DomainEngine(domain, agents, config, stores, EngineListener.NONE);
  }

  MemoryStores stores() {
    return stores.memory();
  }

  Optional<Turn> process(LogRecord record) {
    first = first == null ? record : first;
    last = record;
    messages++;
    Optional<InboxMessage> message = read(record);
    if (message.isEmpty()) {
      return Optional.empty();
    }
    lastTime = message.get().getTime();
    InboxRecord inbox =
        new InboxRecord(
            record.topic(), record.partition(), record.offset(), record.keyText(), message.get());
    Effects effects = new Effects(config.topics());
    engine.process(inbox, effects);
    return Optional.of(
        new Turn(
            domain,
            inbox,
            record.timestamp(),
            effects.changes,
            effects.sent,
            stores.takeWritten(),
            effects.failures));
  }

  private Optional<InboxMessage> read(LogRecord record) {
    try {
      return record
          .value()
          .map(
              value -> config.topics().inbox(domain).value().deserializer().deserialize("", value));
    } catch (SchemaRegistryException e) {
      if (e.passing()) {
        throw e;
      }
      return Optional.empty();
    } catch (SerializationException e) {
      return Optional.empty();
    }
  }

  Optional<Progress> progress() {
    return first == null
        ? Optional.empty()
        : Optional.of(
            new Progress(
                first.topic(),
                first.partition(),
                messages,
                first.offset(),
                last.offset(),
                lastTime));
  }

  /** Keeps everything and carries nothing out: the game must not be asked twice. */
  private static final class Effects implements Outputs {
    private final Topics topics;
    private List<Concluded> changes = List.of();
    private List<Sent> sent = List.of();
    private List<Failed> failures = List.of();

    Effects(Topics topics) {
      this.topics = topics;
    }

    @Override
    public void change(Change change, byte[] bytes) {
      if (changes.isEmpty()) {
        changes = new ArrayList<>(4);
      }
      changes.add(new Concluded(change, bytes));
    }

    @Override
    public void action(GameAction action, byte[] bytes) {
      sent(topics.gameActions().name(), Optional.of(action.getIdempotencyKey()), bytes);
    }

    @Override
    public void signal(Domain to, Optional<String> key, InboxMessage message, byte[] bytes) {
      sent(topics.inbox(to).name(), key, bytes);
    }

    @Override
    public void request(ModelRequest request, byte[] bytes) {
      sent(topics.llmRequests().name(), Optional.of(request.getAgent()), bytes);
    }

    private void sent(String topic, Optional<String> key, byte[] bytes) {
      if (sent.isEmpty()) {
        sent = new ArrayList<>(4);
      }
      sent.add(new Sent(topic, key, bytes));
    }

    @Override
    public void failed(String agent, String key, Throwable failure) {
      if (failures.isEmpty()) {
        failures = new ArrayList<>(1);
      }
      failures.add(new Failed(agent, key, failure));
    }
  }
}
