package midgard.service.produce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RunningService.class)
class DispatchWaitTest {
  private static String batch(String id) {
    return """
        {"events":[{"event_type":"test","timestamp":1732628400,"server_id":"wait","event_id":"%s"}]}"""
        .formatted(id);
  }

  private static JsonNode dispatch(Service service, String wait, String body) throws Exception {
    Http.Answer answer =
        Http.post(service.url() + "/api/v1/events/dispatch" + wait, "application/json", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  @ParameterizedTest
  @CsvSource({"'',true", "?wait=applied,true", "?wait=logged,false", "?wait=none,false"})
  void shouldSayWhetherAgentsHaveSeenItWhenAskedToWait(
      String wait, boolean applied, Service service) throws Exception {
    // When
    JsonNode answer = dispatch(service, wait, batch("wait-" + UUID.randomUUID()));

    // Then
    assertThat(answer.path("accepted").asInt()).isEqualTo(1);
    assertThat(answer.path("applied").asBoolean()).isEqualTo(applied);
  }

  @Test
  void shouldCallARepeatDuplicateWhenItComesAgain(Service service) throws Exception {
    // Given
    String body = batch("again-" + UUID.randomUUID());
    dispatch(service, "", body);

    // When
    JsonNode answer = dispatch(service, "", body);

    // Then
    assertThat(answer.path("duplicate").asInt()).isEqualTo(1);
    assertThat(answer.path("accepted").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"?wait=applied", "?wait=logged", "?wait=none"})
  void shouldCallTheSecondDuplicateWhenABatchHoldsItTwice(String wait, Service service)
      throws Exception {
    // Given
    String event =
        "{\"event_type\":\"test\",\"timestamp\":1732628400,\"server_id\":\"%s\"}"
            .formatted(UUID.randomUUID().toString().substring(0, 30));

    // When
    JsonNode answer = dispatch(service, wait, "{\"events\":[%s,%s]}".formatted(event, event));

    // Then
    JsonNode results = answer.path("results");
    assertThat(results.path(0).path("status").asText()).isEqualTo("accepted");
    assertThat(results.path(1).path("status").asText()).isEqualTo("duplicate");
    assertThat(results.path(0).path("event_id").asText())
        .startsWith("sha256:")
        .isEqualTo(results.path(1).path("event_id").asText());
  }

  @Test
  void shouldAnswerAtOnceWhenTheBatchIsEmpty(Service service) throws Exception {
    // When
    JsonNode answer = dispatch(service, "", "{\"events\":[]}");

    // Then
    assertThat(answer.path("results")).isEmpty();
    assertThat(answer.path("applied").asBoolean()).isTrue();
  }

  @Test
  void shouldNameTheWaysWhenWaitIsNone(Service service) throws Exception {
    // When
    Http.Answer answer =
        Http.post(
            service.url() + "/api/v1/events/dispatch?wait=forever", "application/json", batch("x"));

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asText()).contains("none, logged, applied");
  }

  @Test
  void shouldRefuseWhenTheBodyIsAForm(Service service) throws Exception {
    // When
    Http.Answer answer =
        Http.post(
            service.url() + "/api/v1/events/dispatch",
            "application/x-www-form-urlencoded",
            batch("x"));

    // Then
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }
}
