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
class NpcReadTest {
  /** Old events have faded in a world that goes by the wall's clock. */
  private static final long NOW = Instant.now().getEpochSecond();

  @Test
  void shouldTellWhatGoesOnWhenAskedForTheConsciousness(Service service) throws Exception {
    Http.Answer answer = Http.get(service.url() + "/api/v1/core/world/consciousness");

    JsonNode consciousness = answer.json();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(consciousness.path("present").isArray()).isTrue();
    assertThat(consciousness.path("past").isArray()).isTrue();
    assertThat(consciousness.path("plan").isArray()).isTrue();
    assertThat(consciousness.path("timestamp").asText()).isNotEmpty();
  }

  @Test
  void shouldTellWhatAnNpcRemembersWhenAPlayerHelpedIt(Service service) throws Exception {
    String help =
        "{\"event_type\":\"npc_interaction\",\"event_id\":\"npcs-1\",\"timestamp\":"
            + NOW
            + ",\"server_id\":\"npcs\",\"player_id\":880101,\"player_name\":\"Nara\",\"map\":\"geffen\",\"x\":50,\"y\":50,\"payload\":{\"npc_name\":\"Old Sage\",\"interaction\":\"help\"}}";
    Http.post(
        service.url() + "/api/v1/events/dispatch",
        "application/json",
        "{\"events\":[" + help + "]}");

    // The first events of a fresh world may take longer than an answer waits for them.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonNode memory = ask(service, "/npc/Old%20Sage/memory");
              assertThat(memory.path("known").asBoolean()).as(memory.toString()).isTrue();
              JsonNode nara = memory.path("relationships").path(0);
              assertThat(nara.path("player_name").asText()).isEqualTo("Nara");
              assertThat(nara.path("value").asDouble()).isEqualTo(5.0);
              JsonNode replies = ask(service, "/npc/Old%20Sage/dialogue").path("replies");
              assertThat(replies.path(0).path("speaker").asText()).isEqualTo("Old Sage");
            });
  }

  private static JsonNode ask(Service service, String path) throws Exception {
    return Http.get(service.url() + "/api/v1/core" + path).json();
  }
}
