package midgard.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BrokerProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final TopicPartition KEPT = new TopicPartition("kept", 0);

  @Test
  void shouldKeepWhatItAcknowledgedWhenKilledAndStartedAgain(@TempDir Path folder)
      throws Exception {
    List<Integer> ports = FreePorts.pick(2);
    try (BrokerProcess broker = BrokerProcess.behind(folder, ports.get(0), ports.get(1));
        TcpProxy proxy = TcpProxy.on(ports.get(1), ports.get(0))) {
      broker.start();
      String throughTheProxy = "127.0.0.1:" + proxy.port();
      append(throughTheProxy);

      broker.kill();
      assertThat(broker.jvm().isAlive()).isFalse();
      broker.start();

      assertThat(end(broker.bootstrapServers(), PATIENCE)).isEqualTo(1);
      proxy.refuse();
      assertThatThrownBy(() -> end(throughTheProxy, Duration.ofSeconds(2)))
          .hasStackTraceContaining("Timeout");
      broker.stop();
    }
  }

  private static void append(String servers) throws Exception {
    try (Admin admin = admin(servers, PATIENCE);
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
      admin
          .createTopics(List.of(new NewTopic(KEPT.topic(), Optional.of(1), Optional.empty())))
          .all()
          .get();
      producer.send(new ProducerRecord<>(KEPT.topic(), "value")).get();
    }
  }

  private static long end(String servers, Duration patience) throws Exception {
    try (Admin admin = admin(servers, patience)) {
      return admin
          .listOffsets(Map.of(KEPT, OffsetSpec.latest()))
          .partitionResult(KEPT)
          .get()
          .offset();
    }
  }

  private static Admin admin(String servers, Duration patience) {
    return Admin.create(
        Map.of(
            "bootstrap.servers",
            servers,
            "default.api.timeout.ms",
            (int) patience.toMillis(),
            "request.timeout.ms",
            1_000));
  }
}
