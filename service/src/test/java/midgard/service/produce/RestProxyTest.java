package midgard.service.produce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The produce call in the JSON format, and how the REST Proxy says what is wrong. */
@ExtendWith(RunningService.class)
class RestProxyTest {
  private static final String JSON = "application/vnd.kafka.json.v2+json";
  private static final String AVRO = "application/vnd.kafka.avro.v2+json";
  private static final String EVENT =
      "{\"event_type\":\"test\",\"timestamp\":1732628400,\"server_id\":\"proxy\"}";

  @Test
  void shouldGiveAPlaceInTheLogOrAnErrorWhenRecordsCome(Service service) throws Exception {
    // When
    Http.Answer answer =
        Http.post(
            service.url() + "/topics/game.events",
            JSON,
            "{\"records\":[{\"value\":%s},{\"value\":{\"event_type\":\"test\"}},{\"key\":\"mine\",\"value\":%s,\"partition\":0},{\"value\":null}]}"
                .formatted(EVENT, EVENT));

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("application/vnd.kafka.v2+json");
    assertThat(answer.json().path("value_schema_id").asInt()).isPositive();
    assertThat(answer.json().has("key_schema_id")).isTrue();
    JsonNode offsets = answer.json().path("offsets");
    assertThat(offsets).hasSize(4);
    assertThat(offsets.path(0).path("error_code").isNull()).isTrue();
    assertThat(offsets.path(1).path("error_code").asInt()).isEqualTo(42203);
    assertThat(offsets.path(1).path("error").asText()).contains("timestamp is missing");
    assertThat(offsets.path(1).path("offset").isNull()).isTrue();
    // The key and the partition do not count: one server, one partition, in order.
    assertThat(offsets.path(2).path("partition")).isEqualTo(offsets.path(0).path("partition"));
    assertThat(offsets.path(2).path("offset").asLong())
        .isGreaterThan(offsets.path(0).path("offset").asLong());
    assertThat(offsets.path(3).path("error_code").asInt()).isEqualTo(42203);
  }

  static Stream<Arguments> wrong() {
    String records = "{\"records\":[{\"value\":" + EVENT + "}]}";
    return Stream.of(
        Arguments.of("no.such.topic", JSON, records, 404, 40401, "not found"),
        Arguments.of("world.changes", JSON, records, 403, 40301, "written by the world"),
        Arguments.of("inbox.player", JSON, records, 403, 40301, "written by the world"),
        Arguments.of("game.events", "application/json", records, 415, 415, "content type"),
        Arguments.of("game.events", "text/plain", records, 415, 415, "content type"),
        Arguments.of(
            "game.events", "application/vnd.kafka.protobuf.v2+json", records, 415, 415, "content"),
        Arguments.of("game.events", JSON, "", 400, 400, "no JSON"),
        Arguments.of("game.events", JSON, "{\"records\":[", 400, 400, "no JSON"),
        Arguments.of("game.events", JSON, "[]", 422, 422, "no JSON object"),
        Arguments.of("game.events", JSON, "{}", 422, 422, "records is missing"),
        Arguments.of("game.events", JSON, "{\"records\":{}}", 422, 422, "records is missing"),
        Arguments.of("game.events", JSON, "{\"records\":[]}", 422, 422, "records is empty"),
        Arguments.of("game.events", JSON, "{\"records\":[5]}", 422, 422, "records[0]"),
        Arguments.of("game.events", AVRO, records, 422, 42202, "value_schema"),
        Arguments.of(
            "game.events",
            AVRO,
            "{\"value_schema_id\":1,\"records\":[{\"key\":\"k\",\"value\":{}}]}",
            422,
            42201,
            "key_schema"),
        Arguments.of(
            "game.events",
            AVRO,
            "{\"value_schema\":\"no schema\",\"records\":[{\"value\":{}}]}",
            422,
            42205,
            "no Avro schema"),
        Arguments.of(
            "game.events",
            AVRO,
            "{\"value_schema\":\"\\\"string\\\"\",\"records\":[{\"value\":\"x\"}]}",
            408,
            40801,
            "cannot be read"),
        Arguments.of(
            "game.events",
            AVRO,
            "{\"value_schema_id\":987654,\"records\":[{\"value\":{}}]}",
            408,
            40801,
            "987654"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void shouldAnswerWithTheProxysCodeWhenTheRequestIsWrong(
      String topic, String type, String body, int status, int code, String message, Service service)
      throws Exception {
    // When
    Http.Answer answer = Http.post(service.url() + "/topics/" + topic, type, body);

    // Then
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/vnd.kafka.v2+json");
    assertThat(answer.json().path("error_code").asInt()).isEqualTo(code);
    assertThat(answer.json().path("message").asText()).contains(message);
  }

  @ParameterizedTest
  @CsvSource({
    "application/vnd.kafka.v2+json,200",
    "application/json,200",
    "'text/html, */*;q=0.1',200",
    "text/html,406"
  })
  void shouldMindWhatIsAcceptedWhenItAnswers(String accept, int status, Service service)
      throws Exception {
    // When
    Http.Answer answer =
        Http.send(
            "POST",
            service.url() + "/topics/game.events",
            JSON,
            ("{\"records\":[{\"value\":" + EVENT + "}]}").getBytes(),
            "Accept",
            accept);

    // Then
    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void shouldAnswerInTheProxysFormWhenTheBodyIsTooLarge(Service service) throws Exception {
    // When
    Http.Answer answer =
        Http.post(service.url() + "/topics/game.events", JSON, " ".repeat(4 * 1024 * 1024 + 1));

    // Then
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().path("error_code").asInt()).isEqualTo(413);
  }
}
