package midgard.topology;

import com.codahale.metrics.MetricRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import midgard.agent.Settings;
import midgard.agents.Agents;
import midgard.schemas.Domain;
import midgard.schemas.event.GameEvent;
import midgard.schemas.serde.ConfluentSchemaIds;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.TopicCreation;
import midgard.schemas.topic.TopicSettings;
import midgard.schemas.topic.Topics;
import midgard.stack.EmbeddedStack;
import midgard.stack.Part;
import midgard.stack.StackConfig;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.awaitility.Awaitility;

/** A world over a real broker and a real registry, in a folder. */
final class LiveWorld implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  final EmbeddedStack stack;
  final Topics topics;
  final WorldConfig config;
  MetricRegistry metrics;
  WorldRuntime runtime;
  private final KafkaProducer<byte[], byte[]> producer;

  LiveWorld(Path folder, ClockSource clock) throws InterruptedException {
    this(folder, clock, "");
  }

  /**
   * @param kafka the address of a broker of the test's own; empty: one is started
   */
  LiveWorld(Path folder, ClockSource clock, String kafka) throws InterruptedException {
    stack =
        EmbeddedStack.start(
            StackConfig.builder()
                .dataDir(folder.resolve("data"))
                .parts(Set.of(Part.KAFKA, Part.REGISTRY))
                .externalKafka(kafka)
                .build());
    ConfluentSchemaIds ids = new ConfluentSchemaIds(stack.addresses().schemaRegistryUrl());
    topics = new Topics(TopicSettings.LOCAL, ids);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
      new TopicCreation(admin).ensure(topics.all());
    }
    config =
        new WorldConfig(
            bootstrap(),
            "midgard-test",
            topics,
            ids,
            Agents.all(Settings.DEFAULTS),
            Set.of(),
            1,
            ZoneOffset.UTC,
            clock,
            folder.resolve("state"),
            1,
            Duration.ofMillis(50),
            "");
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    start();
  }

  String bootstrap() {
    return stack.addresses().bootstrapServers();
  }

  void start() {
    metrics = new MetricRegistry();
    runtime = WorldRuntime.start(config, metrics);
    Awaitility.await().atMost(PATIENCE).until(() -> runtime.health().ready());
  }

  /** Sends an event with its own time as the record's, as a producer may that knows no better. */
  void send(GameEvent event, Header... headers) {
    Topic<GameEvent> topic = topics.gameEvents();
    producer.send(
        new ProducerRecord<>(
            topic.name(),
            null,
            event.getTimestamp(),
            event.getServerId().getBytes(StandardCharsets.UTF_8),
            topic.value().serializer().serialize(topic.name(), event),
            List.of(headers)));
  }

  /** Waits until the router and all agents have seen all that was sent. */
  void settle() {
    producer.flush();
    Awaitility.await().atMost(PATIENCE).until(this::workedOff);
  }

  private boolean workedOff() {
    Map<TopicPartition, Long> before = ends();
    boolean routed = reached(before, topics.gameEvents().name(), 1);
    // The end of a transactional log is a commit marker behind the last record.
    boolean applied = reached(before, "inbox.", 2);
    // What is applied but not committed has not yet shown what it leads to.
    return routed && applied && committed(before) && ends().equals(before);
  }

  private boolean committed(Map<TopicPartition, Long> ends) {
    try (KafkaConsumer<byte[], byte[]> group = consumer(new ByteArrayDeserializer())) {
      Map<TopicPartition, OffsetAndMetadata> committed = group.committed(ends.keySet());
      return ends.entrySet().stream()
          .filter(end -> end.getValue() > 0)
          .allMatch(
              end -> {
                OffsetAndMetadata place = committed.get(end.getKey());
                return place != null && place.offset() >= end.getValue() - 1;
              });
    }
  }

  private boolean reached(Map<TopicPartition, Long> ends, String topics, int behind) {
    return ends.entrySet().stream()
        .filter(end -> end.getKey().topic().startsWith(topics) && end.getValue() > 0)
        .allMatch(end -> runtime.applied().of(end.getKey()) >= end.getValue() - behind);
  }

  private Map<TopicPartition, Long> ends() {
    List<TopicPartition> partitions = new ArrayList<>();
    List<Topic<?>> watched = new ArrayList<>(List.of(topics.gameEvents()));
    for (Domain domain : Domain.values()) {
      watched.add(topics.inbox(domain));
    }
    watched.forEach(
        topic ->
            IntStream.range(0, topic.partitions())
                .forEach(p -> partitions.add(new TopicPartition(topic.name(), p))));
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(new ByteArrayDeserializer())) {
      return new HashMap<>(consumer.endOffsets(partitions));
    }
  }

  private <V> KafkaConsumer<byte[], V> consumer(Deserializer<V> values) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap(),
            ConsumerConfig.GROUP_ID_CONFIG,
            config.applicationId(),
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            "false",
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed"),
        new ByteArrayDeserializer(),
        values);
  }

  /** All that a topic holds, as bytes. */
  List<ConsumerRecord<byte[], byte[]>> raw(String topic, int partitions) {
    return read(topic, partitions, new ByteArrayDeserializer());
  }

  /** All that a topic holds. */
  <V extends SpecificRecord> List<V> all(Topic<V> topic) {
    return read(topic.name(), topic.partitions(), topic.value().deserializer()).stream()
        .map(ConsumerRecord::value)
        .toList();
  }

  private <V> List<ConsumerRecord<byte[], V>> read(
      String topic, int count, Deserializer<V> values) {
    List<ConsumerRecord<byte[], V>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], V> consumer = consumer(values)) {
      List<TopicPartition> partitions =
          IntStream.range(0, count).mapToObj(p -> new TopicPartition(topic, p)).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  @Override
  public void close() {
    runtime.close();
    producer.close(Duration.ZERO);
    stack.close();
  }
}
