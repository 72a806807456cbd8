package midgard.stack.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import midgard.stack.EmbeddedKafka;
import midgard.stack.EmbeddedRegistry;
import midgard.stack.StackException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryRestartTest {
  private static final String SCHEMA = "\"string\"";

  @Test
  void shouldKnowAllAgainWhenRestarted(@TempDir Path dir) {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(dir)) {
      int id;
      try (EmbeddedRegistry registry = EmbeddedRegistry.start(kafka.bootstrapServers())) {
        RegistryHttp http = new RegistryHttp(registry.url());
        http.register("gone", "\"long\"");
        http.delete("/subjects/gone");
        http.register("back", SCHEMA);
        http.delete("/subjects/back");
        id = http.register("back", SCHEMA).body().path("id").asInt();
        http.put("/config/back", "{\"compatibility\":\"FULL\"}");
        http.put("/config", "{\"compatibility\":\"NONE\"}");
        http.put("/mode/back", "{\"mode\":\"READONLY\"}");
      }
      try (EmbeddedRegistry registry = EmbeddedRegistry.start(kafka.bootstrapServers())) {
        RegistryHttp http = new RegistryHttp(registry.url());
        assertThat(http.get("/subjects").body().toString()).isEqualTo("[\"back\"]");
        assertThat(http.get("/subjects?deleted=true").body().toString())
            .isEqualTo("[\"back\",\"gone\"]");
        assertThat(http.get("/subjects/back/versions").body().toString()).isEqualTo("[2]");
        assertThat(http.get("/schemas/ids/" + id + "/schema").body().toString()).isEqualTo(SCHEMA);
        assertThat(http.get("/config/back").body().path("compatibilityLevel").asText())
            .isEqualTo("FULL");
        assertThat(http.get("/config").body().path("compatibilityLevel").asText())
            .isEqualTo("NONE");
        assertThat(http.register("back", "\"int\"").errorCode()).isEqualTo(42205);
        assertThat(http.register("new", "\"int\"").body().path("id").asInt()).isGreaterThan(id);
      }
    }
  }

  @Test
  void shouldWriteDeletionsThatSurviveCompactionWhenAVersionWasImportedBelowOthers(
      @TempDir Path dir) {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(dir);
        EmbeddedRegistry registry = EmbeddedRegistry.start(kafka.bootstrapServers())) {
      RegistryHttp http = new RegistryHttp(registry.url());
      http.put("/config", "{\"compatibility\":\"NONE\"}");
      http.register("s", SCHEMA);
      http.register("s", "\"int\"");
      http.delete("/subjects/s");
      http.put("/mode/s?force=true", "{\"mode\":\"IMPORT\"}");
      String again = "{\"schema\":\"\\\"string\\\"\",\"version\":1,\"id\":1}";
      assertThat(http.post("/subjects/s/versions", again).status()).isEqualTo(200);

      assertThat(http.delete("/subjects/s").body().toString()).isEqualTo("[1]");

      assertThat(
              lastValueOf(kafka, "{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"s\",\"magic\":0}"))
          .isEqualTo("{\"subject\":\"s\",\"version\":2}");
    }
  }

  private static String lastValueOf(EmbeddedKafka kafka, String key) {
    TopicPartition partition = new TopicPartition("_schemas", 0);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      Map<String, String> last = new HashMap<>();
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(record -> last.put(record.key(), record.value()));
      }
      return last.get(key);
    }
  }

  @Test
  void shouldReadWhatConfluentsRegistryWrote(@TempDir Path dir) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(dir)) {
      createTopic(kafka, "compact");
      write(kafka, "{\"keytype\":\"NOOP\",\"magic\":0}", null);
      write(
          kafka,
          "{\"keytype\":\"SCHEMA\",\"subject\":\"theirs\",\"version\":3,\"magic\":1}",
          "{\"subject\":\"theirs\",\"version\":3,\"id\":41,\"md5\":\"x\",\"schema\":\"\\\"int\\\"\",\"deleted\":false}");
      write(
          kafka,
          "{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}",
          "{\"subject\":null,\"compatibilityLevel\":\"FORWARD\"}");

      try (EmbeddedRegistry registry = EmbeddedRegistry.start(kafka.bootstrapServers())) {
        RegistryHttp http = new RegistryHttp(registry.url());
        assertThat(http.get("/subjects/theirs/versions/3").body().path("id").asInt()).isEqualTo(41);
        assertThat(http.get("/config").body().path("compatibilityLevel").asText())
            .isEqualTo("FORWARD");
        assertThat(http.register("ours", SCHEMA).body().path("id").asInt()).isEqualTo(42);
      }
    }
  }

  @Test
  void shouldSayWhyWhenTheTopicHoldsSomethingElse(@TempDir Path dir) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(dir)) {
      createTopic(kafka, "compact");
      write(kafka, "rubbish", "rubbish");

      assertThatExceptionOfType(StackException.class)
          .isThrownBy(() -> EmbeddedRegistry.start(kafka.bootstrapServers()))
          .withMessageContaining("offset 0 of _schemas");
    }
  }

  @Test
  void shouldSayWhyWhenTheTopicWouldForget(@TempDir Path dir) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(dir)) {
      createTopic(kafka, "delete");

      assertThatExceptionOfType(StackException.class)
          .isThrownBy(() -> EmbeddedRegistry.start(kafka.bootstrapServers()))
          .withMessageContaining("cleanup.policy=delete");
    }
  }

  private static void createTopic(EmbeddedKafka kafka, String cleanup) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic("_schemas", Optional.of(1), Optional.empty())
                      .configs(Map.of("cleanup.policy", cleanup))))
          .all()
          .get();
    }
  }

  private static void write(EmbeddedKafka kafka, String key, String value) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
      producer
          .send(new ProducerRecord<>("_schemas", key.getBytes(StandardCharsets.UTF_8), bytes))
          .get();
    }
  }
}
