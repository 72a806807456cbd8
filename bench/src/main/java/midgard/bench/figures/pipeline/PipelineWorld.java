package midgard.bench.figures.pipeline;

import com.codahale.metrics.MetricRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import midgard.agent.Agent;
import midgard.schemas.event.GameEvent;
import midgard.schemas.serde.ConfluentSchemaIds;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.TopicCreation;
import midgard.schemas.topic.TopicSettings;
import midgard.schemas.topic.Topics;
import midgard.stack.EmbeddedStack;
import midgard.stack.Part;
import midgard.stack.StackConfig;
import midgard.topology.ClockSource;
import midgard.topology.StreamsSettings;
import midgard.topology.WorldConfig;
import midgard.topology.WorldRuntime;
import midgard.topology.receipt.AppliedOffsets;
import midgard.topology.router.Routes;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.awaitility.Awaitility;

/**
 * A broker, a registry and what runs over them: the whole world, or the same way through bare Kafka
 * Streams. All in one process, as {@code make run} has it.
 */
final class PipelineWorld implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final EmbeddedStack stack;
  private final Topics topics;
  private final Routes routes;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AppliedOffsets applied;
  private final AutoCloseable running;

  private PipelineWorld(
      EmbeddedStack stack,
      Topics topics,
      Routes routes,
      Admin admin,
      AppliedOffsets applied,
      AutoCloseable running) {
    this.stack = stack;
    this.topics = topics;
    this.routes = routes;
    this.admin = admin;
    this.applied = applied;
    this.running = running;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", stack.addresses().bootstrapServers(),
                "linger.ms", "5",
                "batch.size", "65536"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** The whole world with these agents. */
  static PipelineWorld whole(Path folder, int threads, List<Agent<?>> agents) throws Exception {
    return start(
        folder,
        threads,
        agents,
        config -> {
          WorldRuntime runtime = WorldRuntime.start(config, new MetricRegistry());
          return new Program(runtime.applied(), () -> runtime.health().ready(), runtime);
        });
  }

  /** Bare Kafka Streams, which gives nobody the events that these agents would get. */
  static PipelineWorld bare(
      Path folder, int threads, List<Agent<?>> agents, BareTopology.Effects effects)
      throws Exception {
    return start(
        folder,
        threads,
        agents,
        config -> {
          AppliedOffsets applied = new AppliedOffsets();
          KafkaStreams streams =
              new KafkaStreams(
                  BareTopology.of(config.topics(), config.agents(), effects, applied),
                  StreamsSettings.of(config));
          streams.start();
          return new Program(
              applied, () -> streams.state() == KafkaStreams.State.RUNNING, streams::close);
        });
  }

  private record Program(AppliedOffsets applied, BooleanSupplier ready, AutoCloseable running) {}

  private interface Starter {
    Program start(WorldConfig config);
  }

  private static PipelineWorld start(
      Path folder, int threads, List<Agent<?>> agents, Starter starter) throws Exception {
    EmbeddedStack stack =
        EmbeddedStack.start(
            StackConfig.builder()
                .dataDir(folder.resolve("stack"))
                .parts(Set.of(Part.KAFKA, Part.REGISTRY))
                .build());
    ConfluentSchemaIds ids = new ConfluentSchemaIds(stack.addresses().schemaRegistryUrl());
    Topics topics = new Topics(TopicSettings.LOCAL, ids);
    String bootstrap = stack.addresses().bootstrapServers();
    Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    new TopicCreation(admin).ensure(topics.all());
    Program program =
        starter.start(
            new WorldConfig(
                bootstrap,
                "midgard-bench",
                topics,
                ids,
                agents,
                Set.of(),
                1,
                ZoneOffset.UTC,
                ClockSource.WALL,
                folder.resolve("state"),
                threads,
                Duration.ofMillis(50),
                ""));
    Awaitility.await().atMost(PATIENCE).until(program.ready()::getAsBoolean);
    return new PipelineWorld(
        stack, topics, Routes.of(agents), admin, program.applied(), program.running());
  }

  /**
   * One round: sends the events as fast as the log takes them and waits until the last of them, and
   * all that follows from it, has been worked off.
   */
  Round round(Iterator<GameEvent> events, int count) throws Exception {
    Map<String, Long> before = records();
    List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>(count);
    Topic<GameEvent> topic = topics.gameEvents();
    long deliveries = 0;
    for (int i = 0; i < count; i++) {
      GameEvent event = events.next();
      deliveries += routes.of(event).size();
      batch.add(
          new ProducerRecord<>(
              topic.name(),
              event.getServerId().getBytes(StandardCharsets.UTF_8),
              topic.value().serializer().serialize(topic.name(), event)));
    }
    long began = System.nanoTime();
    List<Future<RecordMetadata>> sent = batch.stream().map(producer::send).toList();
    producer.flush();
    Awaitility.await().atMost(PATIENCE).pollInterval(LOOK_EVERY).until(this::workedOff);
    double seconds = (System.nanoTime() - began) / 1e9;
    for (Future<RecordMetadata> record : sent) {
      record.get(); // What the log did not take is not to be counted as worked off.
    }
    Map<String, Long> after = records();
    return new Round(
        count,
        seconds,
        deliveries,
        sum(after, "inbox.") - sum(before, "inbox."),
        sum(after, "world.changes") - sum(before, "world.changes"));
  }

  private boolean workedOff() throws Exception {
    Map<TopicPartition, Long> before = ends();
    // The end of a transactional log is a commit marker behind the last record.
    return reached(before, topics.gameEvents().name(), 1)
        && reached(before, "inbox.", 2)
        && reached(ends(), "inbox.", 2);
  }

  private boolean reached(Map<TopicPartition, Long> ends, String prefix, int behind) {
    return ends.entrySet().stream()
        .filter(end -> end.getKey().topic().startsWith(prefix) && end.getValue() > 0)
        .allMatch(end -> applied.of(end.getKey()) >= end.getValue() - behind);
  }

  private Map<TopicPartition, Long> ends() throws Exception {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (Topic<?> topic : topics.all()) {
      IntStream.range(0, topic.partitions())
          .forEach(p -> asked.put(new TopicPartition(topic.name(), p), OffsetSpec.latest()));
    }
    return admin.listOffsets(asked).all().get().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  /** Offsets per topic: commit markers among them, which stand for far less than a percent. */
  private Map<String, Long> records() throws Exception {
    return ends().entrySet().stream()
        .collect(
            Collectors.groupingBy(
                e -> e.getKey().topic(), Collectors.summingLong(Map.Entry::getValue)));
  }

  private static long sum(Map<String, Long> records, String prefix) {
    return records.entrySet().stream()
        .filter(e -> e.getKey().startsWith(prefix))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  @Override
  public void close() throws Exception {
    producer.close(Duration.ZERO);
    running.close();
    admin.close(Duration.ZERO);
    stack.close();
  }
}
