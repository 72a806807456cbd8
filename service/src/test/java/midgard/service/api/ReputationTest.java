package midgard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class ReputationTest {
  private static final String PATH = "/api/v1/progression/reputation";

  @Test
  void shouldAnswerZerosWhenThePlayerIsUnknown(Service service) throws Exception {
    Http.Answer answer = Http.get(service.url() + PATH + "/990001");

    assertThat(answer.status()).isEqualTo(200);
    JsonNode player = answer.json();
    assertThat(player.get("known").asBoolean()).isFalse();
    assertThat(player.get("total_influence_milli").asLong()).isZero();
    assertThat(player.get("breakdown")).hasSize(5).allMatch(points -> points.asLong() == 0);
  }

  @Test
  void shouldKnowThePlayerWhenTheLoginWasJustApplied(Service service) throws Exception {
    Http.post(
        service.url() + "/api/v1/events/dispatch",
        "application/json",
        """
        {"events":[{"event_type":"player_login","player_id":990002,"player_name":"Lif",
          "map":"prontera","timestamp":1732628400000,"server_id":"reputation-test"}]}""");

    JsonNode player = Http.get(service.url() + PATH + "/990002").json();

    assertThat(player.get("known").asBoolean()).isTrue();
    assertThat(player.get("player_name").asText()).isEqualTo("Lif");
  }

  @Test
  void shouldOpenNothingWhenThePlayerIsANewcomer(Service service) throws Exception {
    JsonNode benefits = Http.get(service.url() + PATH + "/990003/benefits").json();

    assertThat(benefits.get("tier_name").asText()).isEqualTo("Newcomer");
    assertThat(benefits.get("shops")).isEmpty();
  }

  @Test
  void shouldAnswerTheRankingAndNotAPlayerWhenTheLeaderboardIsAsked(Service service)
      throws Exception {
    Http.Answer answer = Http.get(service.url() + PATH + "/leaderboard?limit=1000");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("leaderboard").isArray()).isTrue();
  }
}
