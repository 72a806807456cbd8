package midgard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import midgard.agents.reputation.Reputation;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.reputation.ReputationState;
import midgard.topology.receipt.Receipt;
import midgard.topology.receipt.Verdict;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveWorldTest {
  @TempDir static Path folder;

  private static LiveWorld world;

  @BeforeAll
  static void start() throws InterruptedException {
    world = new LiveWorld(folder, ClockSource.WALL);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static GameEvent login(String boot, long player) {
    GameEvent event = TestEvents.event(boot, 1, new PlayerLogin(null));
    event.setPlayerId(player);
    event.setTimestamp(1_795_346_255_808L);
    return event;
  }

  private static Optional<ReputationState> reputation(long player) {
    return world.runtime.queries().state(Reputation.STATE, Long.toString(player));
  }

  @Test
  void shouldReadItsOwnWriteWhenTheReceiptSaysApplied() throws Exception {
    try (Receipt receipt = world.runtime.receipts().open()) {
      world.send(login("own-write", 1), receipt.header());

      assertThat(receipt.applied().get(20, TimeUnit.SECONDS)).isEqualTo(Verdict.ACCEPTED);
      assertThat(reputation(1)).get().extracting(ReputationState::getKnown).isEqualTo(true);
    }
  }

  @Test
  void shouldWriteWhatTheRealConfluentClientResolves() throws Exception {
    world.send(login("wire", 2));
    world.settle();

    byte[] value = world.raw("game.events", 2).get(0).value();
    int id = ByteBuffer.wrap(value, 1, 4).getInt();
    var client = new CachedSchemaRegistryClient(world.stack.addresses().schemaRegistryUrl(), 10);
    Schema resolved = new Schema.Parser().parse(client.getSchemaById(id).canonicalString());

    assertThat(value[0]).isZero();
    assertThat(resolved.getFullName()).isEqualTo("midgard.schemas.event.GameEvent");
    assertThat(client.getAllSubjects()).contains("game.events-value", "world.changes-value");
  }

  @Test
  void shouldLetTimePassWhenTheClockIsTheWalls() {
    Awaitility.await().atMost(LiveWorld.PATIENCE).until(() -> world.runtime.queries().clock() > 0);
  }

  private static void secondsPass(int seconds) {
    long since = world.runtime.queries().clock();
    Awaitility.await()
        .atMost(LiveWorld.PATIENCE)
        .until(() -> world.runtime.queries().clock() >= since + seconds * 1000L);
  }

  @Test
  void shouldBoundEveryChangelogByItsStateWhenTopicsAreMade() throws Exception {
    // Given
    Map<String, String> bounds =
        Map.of(
            "segment.bytes", "16777216",
            "max.compaction.lag.ms", "900000",
            "delete.retention.ms", "3600000",
            "message.timestamp.type", "LogAppendTime");

    // When
    Map<ConfigResource, Config> changelogs;
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", world.bootstrap()))) {
      changelogs =
          admin
              .describeConfigs(
                  admin.listTopics().names().get().stream()
                      .filter(topic -> topic.endsWith("-changelog"))
                      .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                      .toList())
              .all()
              .get();
    }

    // Then
    assertThat(changelogs).hasSize(11);
    assertThat(changelogs)
        .allSatisfy(
            (topic, settings) -> {
              assertThat(settings.get("cleanup.policy").value()).contains("compact");
              assertThat(bounds)
                  .allSatisfy(
                      (name, value) ->
                          assertThat(settings.get(name).value()).as(name).isEqualTo(value));
            });
  }

  @Test
  void shouldKeepItsStateWhenStoppedAndStarted() {
    world.send(login("restart", 3));
    world.settle();
    secondsPass(2);
    world.runtime.close();

    world.start();

    assertThat(reputation(3)).isPresent();
    assertThat(world.metrics.getGauges().get("streams.restored_records").getValue())
        .as("records restored after a clean stop")
        .isEqualTo(0L);
  }
}
