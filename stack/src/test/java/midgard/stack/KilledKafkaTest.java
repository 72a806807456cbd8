package midgard.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledKafkaTest {
  @Test
  void shouldEndATransactionWhenKilledWhileItWasBeingCommitted(
      @TempDir Path dir, @TempDir Path aside) throws Exception {
    KafkaProcess.launch(dir, aside.resolve("ready")).killOnceReady();

    try (EmbeddedKafka kafka = EmbeddedKafka.start(dir);
        KafkaConsumer<String, String> consumer = committed(kafka)) {
      List<String> read = new ArrayList<>();
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> read.add(record.value()));
                assertThat(read).containsExactly(KafkaProcess.RECORD);
              });
    }
  }

  private static KafkaConsumer<String, String> committed(EmbeddedKafka kafka) {
    KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed"),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.assign(List.of(KafkaProcess.PARTITION));
    consumer.seekToBeginning(List.of(KafkaProcess.PARTITION));
    return consumer;
  }
}
