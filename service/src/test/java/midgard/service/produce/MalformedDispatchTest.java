package midgard.service.produce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a game server is told when what it sends is wrong. None of it stops or loses anything. */
@ExtendWith(RunningService.class)
class MalformedDispatchTest {
  private static final String GOOD =
      "{\"event_type\":\"test\",\"timestamp\":1732628400,\"server_id\":\"malformed\"}";

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of("", 400, "ends too early"),
        Arguments.of("   ", 400, "ends too early"),
        Arguments.of("hello", 400, "no JSON object"),
        Arguments.of("null", 400, "no JSON object"),
        Arguments.of("17", 400, "no JSON object"),
        Arguments.of("[]", 400, "no JSON object"),
        Arguments.of("[" + GOOD + "]", 400, "no JSON object"),
        Arguments.of("{}", 400, "has no events"),
        Arguments.of("{\"event\":[" + GOOD + "]}", 400, "has no events"),
        Arguments.of("{\"events\":null}", 400, "events is no list"),
        Arguments.of("{\"events\":{}}", 400, "events is no list"),
        Arguments.of("{\"events\":\"x\"}", 400, "events is no list"),
        Arguments.of("{\"events\":[" + GOOD, 400, "ends too early"),
        Arguments.of("{\"events\":[" + GOOD + ",]}", 400, "a value is missing"),
        Arguments.of("{\"events\":[" + GOOD + "]} x", 400, "follows the end"),
        Arguments.of("{\"events\":[{]}]}", 400, "bracket closes"),
        Arguments.of(
            "{\"events\":[" + (GOOD + ",").repeat(1000) + GOOD + "]}", 413, "1001 events"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void shouldSayWhatIsWrongWhenTheBodyIsNoBatch(
      String body, int status, String detail, Service service) throws Exception {
    // When
    Http.Answer answer =
        Http.post(service.url() + "/api/v1/events/dispatch", "application/json", body);

    // Then
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.json().path("detail").asText()).contains(detail);
  }

  static Stream<Arguments> events() {
    return Stream.of(
        Arguments.of("null", "MALFORMED", "must be a JSON object"),
        Arguments.of("7", "MALFORMED", "must be a JSON object"),
        Arguments.of("\"test\"", "MALFORMED", "must be a JSON object"),
        Arguments.of("[]", "MALFORMED", "must be a JSON object"),
        Arguments.of("{}", "MISSING_FIELD", "event_type is missing"),
        Arguments.of("{\"event_type\":\"test\"}", "MISSING_FIELD", "timestamp is missing"),
        Arguments.of("{\"timestamp\":1732628400}", "MISSING_FIELD", "event_type is missing"),
        Arguments.of(event("\"event_type\":7"), "MISSING_FIELD", "event_type is missing"),
        Arguments.of(event("\"event_type\":\"\""), "MISSING_FIELD", "event_type is missing"),
        Arguments.of(
            "{\"event_type\":\"test\",\"timestamp\":\"now\"}", "WRONG_TYPE", "integer of 64 bits"),
        Arguments.of(
            "{\"event_type\":\"test\",\"timestamp\":1.5}", "WRONG_TYPE", "integer of 64 bits"),
        Arguments.of("{\"event_type\":\"test\",\"timestamp\":0}", "OUT_OF_RANGE", "timestamp is 0"),
        Arguments.of(
            "{\"event_type\":\"test\",\"timestamp\":-5}", "OUT_OF_RANGE", "timestamp is -5000"),
        Arguments.of(
            "{\"event_type\":\"test\",\"timestamp\":99999999999999999999}",
            "WRONG_TYPE",
            "integer of 64 bits"),
        Arguments.of(with("\"player_id\":\"Ashka\""), "WRONG_TYPE", "player_id"),
        Arguments.of(with("\"player_id\":-1"), "OUT_OF_RANGE", "player_id is -1"),
        Arguments.of(with("\"priority\":\"huge\""), "WRONG_TYPE", "low, normal, high, urgent"),
        Arguments.of(
            with("\"event_id\":\"" + "x".repeat(65) + "\""), "OUT_OF_RANGE", "event_id has 65"),
        Arguments.of(with("\"server_id\":\"\""), "OUT_OF_RANGE", "server_id is empty"),
        Arguments.of(
            with("\"server_id\":\"" + "s".repeat(33) + "\""), "OUT_OF_RANGE", "server_id has 33"),
        Arguments.of(with("\"map\":\"a\\u0000b\""), "INVALID_TEXT", "NUL"),
        Arguments.of(with("\"map\":\"\\ud800\""), "INVALID_TEXT", "surrogate"),
        Arguments.of(with("\"payload\":[]"), "WRONG_TYPE", "payload must be a JSON object"),
        Arguments.of(
            "{\"event_type\":\"zeny_change\",\"timestamp\":1732628400,\"payload\":{}}",
            "MISSING_FIELD",
            "payload.amount is missing"),
        Arguments.of(
            "{\"event_type\":\"item_drop\",\"timestamp\":1732628400,\"payload\":{\"item_id\":0,\"amount\":1}}",
            "OUT_OF_RANGE",
            "item_id is 0"),
        Arguments.of(
            "{\"event_type\":\"test\",\"event_type\":\"test\",\"timestamp\":1732628400}",
            "MALFORMED",
            "Duplicate"),
        Arguments.of("{\"event_type\":\"test\" \"timestamp\":1}", "MALFORMED", "no JSON"),
        Arguments.of("{\"event_type\":\"test\",\"timestamp\":01}", "MALFORMED", "no JSON"),
        Arguments.of(with("\"note\":\"" + "n".repeat(17_000) + "\""), "TOO_LARGE", "at most 16384"),
        Arguments.of("{\"event_type\":\"test\",\"timestamp\":4102444800}", "NOT_ACCEPTED", ""));
  }

  private static String event(String field) {
    return "{" + field + ",\"timestamp\":1732628400}";
  }

  private static String with(String field) {
    return "{\"event_type\":\"test\",\"timestamp\":1732628400," + field + "}";
  }

  @ParameterizedTest
  @MethodSource("events")
  void shouldRejectTheOneAndTakeTheOthersWhenAnEventIsWrong(
      String bad, String code, String reason, Service service) throws Exception {
    // Given
    String body = "{\"events\":[%s,%s,%s]}".formatted(unique("before"), bad, unique("after"));

    // When
    Http.Answer answer =
        Http.post(service.url() + "/api/v1/events/dispatch", "application/json", body);

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("accepted").asInt()).isEqualTo(2);
    assertThat(answer.json().path("rejected").asInt()).isEqualTo(1);
    var rejected = answer.json().path("results").path(1);
    assertThat(rejected.path("index").asInt()).isEqualTo(1);
    assertThat(rejected.path("status").asText()).isEqualTo("rejected");
    assertThat(rejected.path("code").asText()).isEqualTo(code);
    assertThat(rejected.path("reason").asText()).isNotBlank().contains(reason);
  }

  @Test
  void shouldRejectTheOneWhenItsTextIsNoUtf8(Service service) throws Exception {
    // Given
    byte[] body =
        "{\"events\":[%s,{\"event_type\":\"test\",\"timestamp\":1732628400,\"map\":\"?\"}]}"
            .formatted(unique("utf8"))
            .getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < body.length; i++) {
      if (body[i] == '?') {
        body[i] = (byte) 0xff;
      }
    }

    // When
    Http.Answer answer =
        Http.send("POST", service.url() + "/api/v1/events/dispatch", "application/json", body);

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
    assertThat(answer.json().path("results").path(1).path("code").asText())
        .isEqualTo("INVALID_TEXT");
  }

  private static String unique(String name) {
    return "{\"event_type\":\"test\",\"timestamp\":1732628400,\"server_id\":\"malformed\",\"event_id\":\"%s\"}"
        .formatted(name + "-" + java.util.UUID.randomUUID());
  }
}
