package midgard.service.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class KarmaReadTest {
  /** Old events have faded in a world that goes by the wall's clock. */
  private static final long NOW = Instant.now().getEpochSecond();

  private static final String PATH = "/api/v1/economy_social/karma/";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String KILL =
      "{\"event_type\":\"monster_kill\",\"event_id\":\"karma-1\",\"timestamp\":"
          + NOW
          + ",\"server_id\":\"karma\",\"player_id\":870001,\"map\":\"prt_fild08\",\"payload\":{\"monster_id\":1002}}";

  private static JsonNode get(Service service, String path) throws Exception {
    return Http.get(service.url() + PATH + path).json();
  }

  @Test
  void shouldShowWhatAPlayerDidWhenTheKillIsApplied(Service service) throws Exception {
    Http.post(
        service.url() + "/api/v1/events/dispatch",
        "application/json",
        "{\"events\":[" + KILL + "]}");

    // A busy computer may take longer than the answer to the batch waits.
    await().atMost(PATIENCE).until(() -> get(service, "870001").path("karma_score").asInt() == -10);
    JsonNode player = get(service, "870001");
    assertThat(player.path("alignment").asText()).isEqualTo("neutral");
    assertThat(player.path("evil_actions").asInt()).isEqualTo(1);
  }

  @Test
  void shouldAnswerZerosWhenThePlayerIsUnknown(Service service) throws Exception {
    JsonNode player = get(service, "870999");

    assertThat(player.path("known").asBoolean()).isFalse();
    assertThat(player.path("karma_score").asInt()).isZero();
  }

  @Test
  void shouldTellTheWorldsKarmaAndWhatItDoesWhenAsked(Service service) throws Exception {
    JsonNode global = get(service, "global");

    assertThat(global.path("alignment").asText()).isEqualTo("neutral");
    assertThat(global.path("effects")).isEqualTo(get(service, "effects"));
    assertThat(get(service, "effects").path("day_length_modifier").asDouble()).isEqualTo(1);
  }

  @Test
  void shouldTellTheCourseWhenItsDaysAreAsked(Service service) throws Exception {
    JsonNode history = get(service, "history?days=2");

    assertThat(history.path("history").isArray()).isTrue();
    assertThat(history.path("total_shifts").isInt()).isTrue();
    assertThat(Http.get(service.url() + PATH + "history?days=0").status()).isEqualTo(400);
  }
}
