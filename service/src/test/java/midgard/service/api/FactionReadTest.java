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
class FactionReadTest {
  /** Old events have faded in a world that goes by the wall's clock. */
  private static final long NOW = Instant.now().getEpochSecond();

  private static final String PATH = "/api/v1/progression/factions/";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String QUEST =
      "{\"event_type\":\"quest_complete\",\"event_id\":\"faction-1\",\"timestamp\":"
          + NOW
          + ",\"server_id\":\"factions\",\"player_id\":860001,\"map\":\"prontera\",\"payload\":{\"quest_id\":7001,\"faction_id\":\"nature_spirits\"}}";
  private static final String DONATION =
      "{\"event_type\":\"donation\",\"event_id\":\"faction-2\",\"timestamp\":"
          + NOW
          + ",\"server_id\":\"factions\",\"player_id\":860001,\"map\":\"prontera\",\"payload\":{\"target\":\"faction\",\"amount\":500,\"faction_id\":\"nature_spirits\"}}";

  private static JsonNode spirits(Service service) throws Exception {
    return Http.get(service.url() + PATH + "860001/reputation").json().path("reputations").path(2);
  }

  @Test
  void shouldShowTheStandingWhenAQuestAndADonationAreApplied(Service service) throws Exception {
    Http.post(
        service.url() + "/api/v1/events/dispatch",
        "application/json",
        "{\"events\":[" + QUEST + "," + DONATION + "]}");

    // A busy computer may take longer than the answer to the batch waits.
    await().atMost(PATIENCE).until(() -> spirits(service).path("reputation").asInt() == 150);
    JsonNode spirits = spirits(service);
    assertThat(spirits.path("faction_id").asText()).isEqualTo("nature_spirits");
    assertThat(spirits.path("tier_name").asText()).isEqualTo("Unknown");
  }

  @Test
  void shouldAnswerNoRewardsWhenThePlayerIsUnknown(Service service) throws Exception {
    JsonNode rewards =
        Http.get(service.url() + PATH + "860999/rewards?faction_id=shadow_cult").json();

    assertThat(rewards.path("faction_id").asText()).isEqualTo("shadow_cult");
    assertThat(rewards.path("tier").asInt()).isZero();
    assertThat(rewards.path("titles")).isEmpty();
  }

  @Test
  void shouldSayWhichFactionsThereAreWhenAnotherIsAskedFor(Service service) throws Exception {
    Http.Answer answer = Http.get(service.url() + PATH + "860999/rewards?faction_id=gnomes");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().toString()).contains("rune_alliance, shadow_cult, nature_spirits");
  }

  @Test
  void shouldListAllFactionsWhenTheBalanceIsAsked(Service service) throws Exception {
    JsonNode alignment = Http.get(service.url() + PATH + "alignment").json();

    assertThat(alignment.path("factions")).hasSize(3);
    assertThat(alignment.path("factions").path(0).path("colour").asText()).isEqualTo("blue");
  }
}
