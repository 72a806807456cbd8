package midgard.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
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

  private static Admin admin(EmbeddedKafka kafka) {
    return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }
}
