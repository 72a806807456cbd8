package midgard.service.produce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import midgard.schemas.event.EventJson;
import midgard.schemas.event.GameEvent;
import midgard.schemas.serde.AvroCodec;
import midgard.schemas.serde.ConfluentSchemaIds;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever format an event came in, on the log it is Avro in the wire format, by its server. */
@ExtendWith(RunningService.class)
class WireFormatTest {
  private static GameEvent event(String id) throws Exception {
    return EventJson.read(
        """
        {"event_type":"monster_kill","timestamp":1732628400,"server_id":"wire","event_id":"%s",
         "player_id":4711,"payload":{"monster_id":1002,"base_exp":36}}"""
            .formatted(id)
            .getBytes());
  }

  private static ConsumerRecord<String, byte[]> logged(Service service, JsonNode offset) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", service.addresses().bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition =
          new TopicPartition("game.events", offset.path("partition").asInt());
      consumer.assign(List.of(partition));
      consumer.seek(partition, offset.path("offset").asLong());
      return consumer.poll(Duration.ofSeconds(20)).iterator().next();
    }
  }

  private static JsonNode produce(Service service, String format, String body) throws Exception {
    Http.Answer answer =
        Http.post(
            service.url() + "/topics/game.events",
            "application/vnd.kafka.%s.v2+json".formatted(format),
            body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static void requireOnLog(Service service, JsonNode answer, GameEvent expected) {
    JsonNode offset = answer.path("offsets").path(0);
    assertThat(offset.path("error_code").isNull()).as(offset.toString()).isTrue();
    ConsumerRecord<String, byte[]> found = logged(service, offset);
    assertThat(found.key()).isEqualTo("wire");
    assertThat(found.value()[0]).isZero();
    assertThat(ByteBuffer.wrap(found.value(), 1, 4).getInt())
        .isEqualTo(answer.path("value_schema_id").asInt());
    // The real Confluent client finds the schema by that id.
    var ids = new ConfluentSchemaIds(service.addresses().schemaRegistryUrl());
    assertThat(new AvroCodec<>(GameEvent.class, ids).decode(found.value())).isEqualTo(expected);
  }

  @Test
  void shouldBeTheEventWhenItCameAsJson(Service service) throws Exception {
    // Given
    String id = "json-" + UUID.randomUUID();

    // When
    JsonNode answer =
        produce(
            service,
            "json",
            """
            {"records":[{"value":{"event_type":"monster_kill","timestamp":1732628400,
             "server_id":"wire","event_id":"%s","player_id":4711,
             "payload":{"monster_id":1002,"base_exp":36}}}]}"""
                .formatted(id));

    // Then
    requireOnLog(service, answer, event(id));
  }

  @Test
  void shouldBeTheEventWhenItCameInAvrosJson(Service service) throws Exception {
    // Given
    GameEvent event = event("avro-" + UUID.randomUUID());
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().jsonEncoder(GameEvent.getClassSchema(), json);
    new SpecificDatumWriter<>(GameEvent.class).write(event, encoder);
    encoder.flush();
    String schema = new ObjectMapper().writeValueAsString(GameEvent.getClassSchema().toString());

    // When
    JsonNode answer =
        produce(
            service,
            "avro",
            "{\"value_schema\":%s,\"records\":[{\"value\":%s}]}".formatted(schema, json));

    // Then
    requireOnLog(service, answer, event);
  }

  @Test
  void shouldBeTheEventWhenItCameInAvrosJsonByTheSchemasId(Service service) throws Exception {
    // Given
    int id =
        produce(service, "json", "{\"records\":[{\"value\":{}}]}").path("value_schema_id").asInt();
    GameEvent event = event("avro-id-" + UUID.randomUUID());
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().jsonEncoder(GameEvent.getClassSchema(), json);
    new SpecificDatumWriter<>(GameEvent.class).write(event, encoder);
    encoder.flush();

    // When
    JsonNode answer =
        produce(
            service,
            "avro",
            "{\"value_schema_id\":%d,\"records\":[{\"value\":%s},{\"value\":{\"timestamp\":1}}]}"
                .formatted(id, json));

    // Then
    requireOnLog(service, answer, event);
    assertThat(answer.path("offsets").path(1).path("error_code").asInt()).isEqualTo(42203);
  }

  @Test
  void shouldBeTheEventWhenItCameAsBytesOfTheWireFormat(Service service) throws Exception {
    // Given
    GameEvent event = event("binary-" + UUID.randomUUID());
    var codec =
        new AvroCodec<>(
            GameEvent.class, new ConfluentSchemaIds(service.addresses().schemaRegistryUrl()));
    byte[] bytes = codec.encode(codec.idFor("game.events-value"), event);

    // When
    JsonNode answer =
        produce(
            service,
            "binary",
            "{\"records\":[{\"value\":\"%s\"},{\"value\":\"!\"},{\"value\":\"AAAA\"}]}"
                .formatted(Base64.getEncoder().encodeToString(bytes)));

    // Then
    requireOnLog(service, answer, event);
    assertThat(answer.path("offsets").path(1).path("error").asText()).contains("base64");
    assertThat(answer.path("offsets").path(2).path("error_code").asInt()).isEqualTo(42203);
  }

  @Test
  void shouldBeTheEventWhenItCameAsBytesOfJson(Service service) throws Exception {
    // Given
    String id = "binary-json-" + UUID.randomUUID().toString().substring(0, 20);
    String json =
        "{\"event_type\":\"monster_kill\",\"timestamp\":1732628400,\"server_id\":\"wire\",\"event_id\":\"%s\",\"player_id\":4711,\"payload\":{\"monster_id\":1002,\"base_exp\":36}}"
            .formatted(id);

    // When
    JsonNode answer =
        produce(
            service,
            "binary",
            "{\"records\":[{\"value\":\"%s\"}]}"
                .formatted(Base64.getEncoder().encodeToString(json.getBytes())));

    // Then
    requireOnLog(service, answer, event(id));
  }
}
