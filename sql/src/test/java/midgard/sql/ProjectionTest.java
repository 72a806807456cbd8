package midgard.sql;

import static midgard.sql.Changes.TOPIC;
import static midgard.sql.Changes.bytes;
import static midgard.sql.Changes.reputation;
import static midgard.sql.generated.Tables.PLAYER_REPUTATION;
import static midgard.sql.generated.Tables.PROJECTION_FAILURES;
import static midgard.sql.generated.Tables.PROJECTION_OFFSETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.codahale.metrics.MetricRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import midgard.schemas.topic.Topic;
import midgard.stack.EmbeddedKafka;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ProjectionTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir static Path folder;
  private static EmbeddedKafka kafka;
  private static Admin admin;
  private static KafkaProducer<byte[], byte[]> producer;

  @RegisterExtension private final FreshDatabase fresh = new FreshDatabase();
  private final List<Projection> running = new ArrayList<>();
  private Database database;
  private MetricRegistry metrics;

  @BeforeAll
  static void startKafka() {
    kafka = EmbeddedKafka.start(folder);
    admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "test-agents"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
  }

  @AfterAll
  static void stopKafka() {
    producer.close();
    admin.close();
    kafka.close();
  }

  @BeforeEach
  void makeTopic() throws Exception {
    database = fresh.open();
    createTopic();
  }

  @AfterEach
  void stop() throws Exception {
    running.forEach(Projection::close);
    admin.deleteTopics(List.of(TOPIC.name())).all().get();
  }

  @Test
  void shouldBringTheChangesIntoAnEmptyDatabaseWhenItRuns() {
    // Given
    emit(0, "Aurelia", 1);
    emit(1, "Bruno", 2);

    // When
    Projection projection = start();

    // Then
    awaitNames("Aurelia", "Bruno");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(projection.lag()).isEqualTo(OptionalLong.of(0)));
    assertThat(projection.lastApplied()).isPresent();
    assertThat(projection.trouble()).isEmpty();
  }

  @Test
  void shouldFollowWhenChangesArriveLater() {
    start();
    emit(0, "first", 1);
    awaitNames("first");

    emit(0, "second", 1);

    awaitNames("second");
  }

  @Test
  void shouldNotShowWhatWasNeverCommittedWhenATransactionIsAborted() {
    // Given
    producer.beginTransaction();
    producer.send(record(0, "aborted", 1));
    producer.flush();
    producer.abortTransaction();
    emit(0, "committed", 2);

    // When
    start();

    // Then
    awaitNames("committed");
  }

  @Test
  void shouldGoOnWhereTheDatabaseSaysWhenStartedAgain() {
    // Given: rows that only a second reading of the old changes would touch
    emit(0, "old", 1);
    start();
    awaitNames("old");
    stopAll();
    dsl().update(PLAYER_REPUTATION).set(PLAYER_REPUTATION.PLAYER_NAME, "untouched").execute();
    emit(0, "new", 2);

    // When
    start();

    // Then
    awaitNames("new", "untouched");
  }

  @Test
  void shouldRebuildEverythingWhenTheDatabaseIsWipedUnderIt() {
    // Given
    emit(0, "Aurelia", 1);
    start();
    awaitNames("Aurelia");

    // When
    dsl().execute("drop schema public cascade; create schema public");
    emit(1, "Bruno", 2);

    // Then
    awaitNames("Aurelia", "Bruno");
  }

  @Test
  void shouldCountWhatIsLostWhenRetentionHasOvertakenTheDatabase() throws Exception {
    // Given: stopped at an offset that the topic no longer keeps
    emit(0, "first", 1);
    start();
    awaitNames("first");
    stopAll();
    long stopped = next(0);
    emit(0, "deleted", 2);
    long kept = emit(0, "kept", 3);
    TopicPartition partition = new TopicPartition(TOPIC.name(), 0);
    admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(kept))).all().get();

    // When
    start();

    // Then
    awaitNames("first", "kept");
    assertThat(metrics.counter("projection.lost").getCount()).isEqualTo(kept - stopped);
  }

  @Test
  void shouldReadFromTheBeginningWhenTheTopicWasMadeAnew() throws Exception {
    // Given
    emit(0, "old 1", 1);
    emit(0, "old 2", 2);
    start();
    awaitNames("old 1", "old 2");
    stopAll();
    admin.deleteTopics(List.of(TOPIC.name())).all().get();
    await().atMost(SOON).ignoreExceptions().until(() -> createTopic());
    emit(0, "new 1", 1);
    emit(0, "new 2", 2);

    // When
    start();

    // Then
    awaitNames("new 1", "new 2");
  }

  @Test
  void shouldGoOnWhenTheDatabaseComesBack() {
    // Given: nobody may log in
    start();
    emit(0, "before", 1);
    awaitNames("before");
    Projection projection = running.get(0);
    Database administration = fresh.administration();
    fresh.lockOut(administration);

    // When
    emit(0, "after", 2);
    await().atMost(SOON).until(() -> projection.trouble().isPresent());
    await().atMost(SOON).until(() -> projection.lag().orElse(0) > 0);
    fresh.letIn(administration);

    // Then
    awaitNames("after", "before");
    await().atMost(SOON).until(() -> projection.trouble().isEmpty());
    assertThat(metrics.counter("projection.retries").getCount()).isPositive();
  }

  @Test
  void shouldDoNoHarmWhenTwoRunOnOneDatabase() {
    // Given
    start();
    start();

    // When
    for (int round = 1; round <= 20; round++) {
      producer.beginTransaction();
      for (int player = 0; player < 50; player++) {
        producer.send(record(player % 2, "round " + round, player));
      }
      producer.commitTransaction();
    }

    // Then
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(dsl().fetch(PLAYER_REPUTATION).getValues(PLAYER_REPUTATION.PLAYER_NAME))
                    .hasSize(50)
                    .containsOnly("round 20"));
    assertThat(dsl().fetchCount(PROJECTION_FAILURES)).isZero();
  }

  @Test
  void shouldPassOverTheBadChangeWhenOneIsAmongGoodOnes() {
    emit(0, "good", 1);
    emit(0, "bad \u0000", 2);
    emit(0, "better", 3);

    start();

    awaitNames("better", "good");
    assertThat(dsl().fetchCount(PROJECTION_FAILURES)).isEqualTo(1);
    assertThat(metrics.counter("projection.failures").getCount()).isEqualTo(1);
  }

  private Projection start() {
    metrics = new MetricRegistry();
    Projection projection =
        new Projection(
            fresh.open(),
            TOPIC,
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            metrics,
            Clock.systemUTC());
    running.add(projection);
    Thread thread = new Thread(projection, "projection");
    thread.setDaemon(true);
    thread.start();
    return projection;
  }

  private void stopAll() {
    running.forEach(Projection::close);
    running.clear();
  }

  private static boolean createTopic() throws ExecutionException, InterruptedException {
    Topic<?> topic = TOPIC;
    admin.createTopics(List.of(topic.toNewTopic())).all().get();
    return true;
  }

  /** The offset of the record. */
  private static long emit(int partition, String name, long player) {
    producer.beginTransaction();
    Future<RecordMetadata> sent = producer.send(record(partition, name, player));
    producer.commitTransaction();
    try {
      return sent.get().offset();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("Kafka did not take a record", e);
    }
  }

  private static ProducerRecord<byte[], byte[]> record(int partition, String name, long player) {
    return new ProducerRecord<>(
        TOPIC.name(), partition, null, bytes(reputation(player, name, player)));
  }

  private void awaitNames(String... names) {
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(dsl().fetch(PLAYER_REPUTATION).getValues(PLAYER_REPUTATION.PLAYER_NAME))
                    .containsExactlyInAnyOrder(names));
  }

  private DSLContext dsl() {
    return database.dsl();
  }

  private long next(int partition) {
    return dsl()
        .fetchSingle(PROJECTION_OFFSETS, PROJECTION_OFFSETS.PARTITION.eq(partition))
        .getNextOffset();
  }
}
