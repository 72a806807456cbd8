package midgard.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import midgard.agents.economy.ItemMarket;
import midgard.schemas.Domain;
import midgard.schemas.event.ClockTick;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.PricedItem;
import midgard.schemas.event.VendingSale;
import midgard.stack.EmbeddedKafka;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Forty days of 2019, fed today. Retention runs twice a second and is seen to delete records of
 * 2019 from topics whose settings are the world's but for the kind of their timestamps; then the
 * local state is lost.
 */
class YearsOldSessionTest {
  private static final Instant BEGIN = Instant.parse("2019-03-01T00:00:00Z");
  private static final int HOURS = 40 * 24;
  private static final Map<String, String> EAGER_RETENTION =
      Map.of(
          "log.retention.check.interval.ms", "500",
          "log.initial.task.delay.ms", "500",
          "log.cleaner.backoff.ms", "500");

  @TempDir static Path folder;

  private static EmbeddedKafka kafka;
  private static Admin admin;
  private static LiveWorld world;

  private static SortedMap<String, Long> records;
  private static SortedMap<String, Long> firstOffsets;
  private static SortedMap<String, SortedSet<String>> before;
  private static SortedMap<String, SortedSet<String>> after;
  private static long restored;

  @BeforeAll
  static void liveLoseAndRestore() throws Exception {
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), EAGER_RETENTION);
    admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    world = new LiveWorld(folder, ClockSource.FEED, kafka.bootstrapServers());
    feed();
    world.settle();
    records = offsets(OffsetSpec.latest(), names());

    List<String> controls = controls();
    // Twice: between two deletions retention has been through all topics of the broker.
    awaitDeleted(controls);
    awaitDeleted(controls);
    firstOffsets = offsets(OffsetSpec.earliest(), names());

    before = StoreDump.of(world.runtime.streams(), world.config.agents());
    world.runtime.close();
    File state = world.config.stateDir().toFile();
    assertThat(state).isNotEmptyDirectory();
    Utils.delete(state);
    world.start();
    after = StoreDump.of(world.runtime.streams(), world.config.agents());
    restored = (Long) world.metrics.getGauges().get("streams.restored_records").getValue();
  }

  @AfterAll
  static void stop() {
    if (world != null) {
      world.close();
    }
    if (admin != null) {
      admin.close();
    }
    kafka.close();
  }

  /** One tick an hour; sales and kills every six hours, so that windows fall out of retention. */
  private static void feed() {
    long[] sequence = {0};
    for (int hour = 0; hour < HOURS; hour++) {
      long time = BEGIN.plus(Duration.ofHours(hour)).toEpochMilli();
      world.send(tick(time));
      if (hour % 6 == 0) {
        LongConsumer sell =
            item -> world.send(event(time, ++sequence[0], sale((int) item, sequence[0])));
        sell.accept(501);
        sell.accept(909);
        world.send(event(time, ++sequence[0], new PlayerLogin(null)));
        world.send(event(time, ++sequence[0], kill()));
        GameEvent unnumbered = event(time, 0, kill());
        unnumbered.setEventId("free." + hour);
        unnumbered.setSequence(null);
        world.send(unnumbered);
      }
    }
    world.send(tick(BEGIN.plus(Duration.ofHours(HOURS)).toEpochMilli()));
  }

  private static GameEvent tick(long time) {
    return GameEvent.newBuilder()
        .setTimestamp(time)
        .setServerId("midgard-1")
        .setPayload(new ClockTick())
        .build();
  }

  private static GameEvent event(long time, long sequence, SpecificRecord payload) {
    GameEvent event = TestEvents.event("old", sequence, payload);
    event.setTimestamp(time);
    return event;
  }

  private static VendingSale sale(int item, long number) {
    return new VendingSale(
        "sale-" + number, 150001L, 150002L, List.of(new PricedItem(item, 2, 100 + number)), 200L);
  }

  private static MonsterKill kill() {
    return new MonsterKill(1002, "Poring", 1, 2L, 1L, 60L, 1);
  }

  /**
   * Topics with the settings of an inbox and of a changelog of windows, but that their records bear
   * the time that their producer gives them.
   */
  private static List<String> controls() throws Exception {
    Map<String, String> inbox = new TreeMap<>(world.topics.inbox(Domain.ITEM).config());
    inbox.put("message.timestamp.type", "CreateTime");
    Map<String, String> changelog = new TreeMap<>(inbox);
    changelog.put("cleanup.policy", "compact,delete");
    admin
        .createTopics(
            List.of(
                new NewTopic("control.inbox", 1, (short) 1).configs(inbox),
                new NewTopic("control.changelog", 1, (short) 1).configs(changelog)))
        .all()
        .get();
    return List.of("control.inbox", "control.changelog");
  }

  private static void awaitDeleted(List<String> topics) throws Exception {
    byte[] any = {1};
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (String topic : topics) {
        producer.send(new ProducerRecord<>(topic, 0, BEGIN.toEpochMilli(), any, any)).get();
      }
    }
    await()
        .atMost(LiveWorld.PATIENCE)
        .until(
            () ->
                offsets(OffsetSpec.earliest(), topics)
                    .equals(offsets(OffsetSpec.latest(), topics)));
  }

  /** All topics that are the world's. */
  private static List<String> names() throws Exception {
    return admin.listTopics().names().get().stream()
        .filter(name -> world.topics.named(name).isPresent() || name.startsWith("midgard-test-"))
        .toList();
  }

  private static SortedMap<String, Long> offsets(OffsetSpec spec, List<String> topics)
      throws Exception {
    Map<TopicPartition, OffsetSpec> asked =
        admin.describeTopics(topics).allTopicNames().get().values().stream()
            .flatMap(YearsOldSessionTest::partitions)
            .collect(Collectors.toMap(partition -> partition, partition -> spec));
    SortedMap<String, Long> offsets = new TreeMap<>();
    admin
        .listOffsets(asked)
        .all()
        .get()
        .forEach((partition, found) -> offsets.put(partition.toString(), found.offset()));
    return offsets;
  }

  private static Stream<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream().map(p -> new TopicPartition(topic.name(), p.partition()));
  }

  @Test
  void shouldStampRecordsWithTheirArrivalInEveryTopic() throws Exception {
    List<ConfigResource> topics =
        names().stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    admin
        .describeConfigs(topics)
        .all()
        .get()
        .forEach(
            (topic, config) ->
                assertThat(config.get("message.timestamp.type").value())
                    .as(topic.name())
                    .isEqualTo("LogAppendTime"));
  }

  @Test
  void shouldKeepEveryRecordOfEveryTopicWhenRetentionHasRun() {
    assertThat(records.keySet())
        .anyMatch(name -> name.startsWith("game.events-"))
        .anyMatch(name -> name.startsWith("midgard-test-economy-item-1m-changelog-"));
    assertThat(records.values().stream().mapToLong(Long::longValue).sum()).isGreaterThan(5_000);
    assertThat(firstOffsets).allSatisfy((name, first) -> assertThat(first).as(name).isZero());
  }

  @Test
  void shouldHoldWindowsOfThenAndHaveDroppedThoseThatAreOlderThanTheirRetention() {
    long sales = 2 * HOURS / 6;
    assertThat(before.get(ItemMarket.HOURS.store())).hasSizeBetween(200, (int) sales - 1);
    assertThat(before.get(ItemMarket.MINUTES.store())).hasSizeBetween(10, 40);
    assertThat(before.get(ItemMarket.DAYS.store())).hasSizeBetween(76, 80);
    assertThat(before.get(StoreNames.ROUTER_IDS)).hasSize(HOURS / 6);
  }

  @Test
  void shouldRestoreEveryEntryOfEveryStoreWhenTheStateFolderIsLost() {
    assertThat(restored).as("restored records").isGreaterThan(1_000);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach((store, entries) -> assertThat(after.get(store)).as(store).isEqualTo(entries));
  }
}
