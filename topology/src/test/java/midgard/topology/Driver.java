package midgard.topology;

import com.codahale.metrics.MetricRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import midgard.agent.Agent;
import midgard.agent.engine.EngineConfig;
import midgard.agent.engine.EngineListener;
import midgard.schemas.DeadLetter;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.change.Change;
import midgard.schemas.event.EventTypes;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.inbox.Tick;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.TopicSettings;
import midgard.schemas.topic.Topics;
import midgard.topology.query.OpenStores;
import midgard.topology.receipt.AppliedOffsets;
import midgard.topology.receipt.Receipts;
import midgard.topology.router.RouterMeters;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The real topology without a broker; one partition per topic. */
final class Driver implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  final LocalSchemaIds ids = new LocalSchemaIds();
  final Topics topics;
  final MetricRegistry metrics = new MetricRegistry();
  final Receipts receipts = new Receipts();
  final AppliedOffsets applied = new AppliedOffsets();
  final TopologyTestDriver driver;
  private final Path stateDir;
  private final TestInputTopic<byte[], byte[]> events;
  private List<TestRecord<byte[], Change>> allChanges;
  private List<TestRecord<byte[], GameAction>> allActions;
  private Instant now = NOW;

  Driver(List<Agent<?>> agents, ClockSource clock) {
    topics = new Topics(TopicSettings.LOCAL, ids);
    EngineConfig engine =
        new EngineConfig(1, ZoneOffset.UTC, Set.of(), topics, ids, store -> store + "-value");
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    stateDir = temporary();
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    driver =
        new TopologyTestDriver(
            MidgardTopology.of(
                engine,
                agents,
                clock,
                EngineListener.NONE,
                applied,
                receipts,
                new RouterMeters(metrics),
                new OpenStores()),
            properties,
            NOW);
    events =
        driver.createInputTopic(
            topics.gameEvents().name(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("midgard-driver");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Events arrive from now on at this time. */
  void arriveAt(Instant time) {
    now = time;
  }

  void send(GameEvent event) {
    send(event, new RecordHeaders());
  }

  void send(GameEvent event, Headers headers) {
    Topic<GameEvent> topic = topics.gameEvents();
    send(
        event.getServerId().getBytes(StandardCharsets.UTF_8),
        topic.value().serializer().serialize(topic.name(), event),
        headers);
  }

  void send(byte[] key, byte[] value, Headers headers) {
    events.pipeInput(new TestRecord<>(key, value, headers, now));
  }

  void send(String key, String value) {
    send(
        key.getBytes(StandardCharsets.UTF_8),
        value.getBytes(StandardCharsets.UTF_8),
        new RecordHeaders());
  }

  private <V extends SpecificRecord> List<TestRecord<byte[], V>> read(Topic<V> topic) {
    return driver
        .createOutputTopic(topic.name(), new ByteArrayDeserializer(), topic.value().deserializer())
        .readRecordsToList();
  }

  /** What has come into an inbox since the last look, as {@code key type}; ticks left out. */
  List<String> inbox(Domain domain) {
    return read(topics.inbox(domain)).stream()
        .filter(record -> !(record.value().getBody() instanceof Tick))
        .map(
            record -> new String(record.key(), StandardCharsets.UTF_8) + " " + type(record.value()))
        .toList();
  }

  private static String type(InboxMessage message) {
    return message.getBody() instanceof GameEvent event
        ? EventTypes.nameOf(event)
        : message.getBody().getClass().getSimpleName();
  }

  /** The times of the ticks in an inbox since the last look. */
  List<Long> ticks(Domain domain) {
    return read(topics.inbox(domain)).stream()
        .filter(record -> record.value().getBody() instanceof Tick)
        .map(record -> record.value().getTime())
        .toList();
  }

  List<DeadLetter> deadLetters() {
    return read(topics.deadLetters()).stream().map(TestRecord::value).toList();
  }

  /** The whole inbox; to be read once. */
  List<TestRecord<byte[], InboxMessage>> inboxLog(Domain domain) {
    return read(topics.inbox(domain));
  }

  /** The bytes of all changes that a domain's agents concluded, in order. */
  List<String> changeBytes(Domain domain) {
    if (allChanges == null) {
      allChanges = read(topics.worldChanges());
    }
    return bytes(
        topics.worldChanges(), allChanges, change -> change.getDomain().equals(domain.id()));
  }

  /** The bytes of all actions that a domain's agents asked for, in order. */
  List<String> actionBytes(Domain domain) {
    if (allActions == null) {
      allActions = read(topics.gameActions());
    }
    String inbox = topics.inbox(domain).name();
    return bytes(
        topics.gameActions(), allActions, action -> action.getCause().getTopic().equals(inbox));
  }

  private static <V extends SpecificRecord> List<String> bytes(
      Topic<V> topic, List<TestRecord<byte[], V>> records, Predicate<V> which) {
    return records.stream()
        .map(TestRecord::value)
        .filter(which)
        .map(value -> topic.value().serializer().serialize(topic.name(), value))
        .map(HexFormat.of()::formatHex)
        .toList();
  }

  List<Change> changes() {
    return read(topics.worldChanges()).stream().map(TestRecord::value).toList();
  }

  long counted(String metric) {
    return metrics.counter(metric).getCount();
  }

  @Override
  public void close() {
    driver.close();
    try {
      Utils.delete(stateDir.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
