package midgard.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
  @Test
  void shouldKeepTopicsAndClusterIdWhenRestartedOnOtherPorts(@TempDir Path dir) throws Exception {
    String clusterId;
    try (EmbeddedKafka kafka = EmbeddedKafka.start(dir);
        Admin admin = admin(kafka)) {
      admin
          .createTopics(List.of(new NewTopic("kept", Optional.of(3), Optional.empty())))
          .all()
          .get();
      clusterId = admin.describeCluster().clusterId().get();
    }

    try (EmbeddedKafka kafka = EmbeddedKafka.start(dir);
        Admin admin = admin(kafka)) {
      assertThat(admin.listTopics().names().get()).contains("kept");
      assertThat(admin.describeCluster().clusterId().get()).isEqualTo(clusterId);
    }
  }

  @Test
  void shouldKeepItsPartitionsWhenItsHeartbeatIsLate(@TempDir Path dir) throws Exception {
    TopicPartition partition = new TopicPartition("kept", 0);
    try (EmbeddedKafka kafka =
            EmbeddedKafka.start(dir, Map.of("broker.heartbeat.interval.ms", "3000"));
        Admin admin = admin(kafka)) {
      admin
          .createTopics(List.of(new NewTopic(partition.topic(), Optional.of(1), Optional.empty())))
          .all()
          .get();

      await()
          .during(Duration.ofSeconds(4))
          .atMost(Duration.ofSeconds(10))
          .until(() -> leaderEpoch(admin, partition), Optional.of(0)::equals);
    }
  }

  private static Optional<Integer> leaderEpoch(Admin admin, TopicPartition partition)
      throws Exception {
    return admin
        .listOffsets(Map.of(partition, OffsetSpec.latest()))
        .partitionResult(partition)
        .get()
        .leaderEpoch();
  }

  private static Admin admin(EmbeddedKafka kafka) {
    return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }
}
