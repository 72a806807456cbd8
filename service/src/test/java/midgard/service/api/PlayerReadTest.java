package midgard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class PlayerReadTest {
  /** Old events have faded in a world that goes by the wall's clock. */
  private static final long NOW = Instant.now().getEpochSecond();

  private static final String LOGIN =
      "{\"event_type\":\"player_login\",\"event_id\":\"players-1\",\"timestamp\":"
          + NOW
          + ",\"server_id\":\"players\",\"player_id\":880001,\"base_level\":42,\"map\":\"geffen\"}";
  private static final String KILL =
      "{\"event_type\":\"monster_kill\",\"event_id\":\"players-2\",\"timestamp\":"
          + NOW
          + ",\"server_id\":\"players\",\"player_id\":880001,\"base_level\":42,\"map\":\"geffen\",\"payload\":{\"monster_id\":1002}}";
  private static final String FEE =
      "{\"event_type\":\"zeny_change\",\"event_id\":\"players-3\",\"timestamp\":"
          + NOW
          + ",\"server_id\":\"players\",\"player_id\":880001,\"map\":\"geffen\",\"payload\":{\"amount\":-250,\"balance\":750,\"reason\":\"script\"}}";

  private static JsonNode player(Service service, long id) throws Exception {
    return Http.get(service.url() + "/api/v1/world/players/" + id).json();
  }

  @Test
  void shouldShowWhatAPlayerDidWhenItsEventsAreApplied(Service service) throws Exception {
    JsonNode answer =
        Http.post(
                service.url() + "/api/v1/events/dispatch",
                "application/json",
                "{\"events\":[" + LOGIN + "," + KILL + "," + FEE + "]}")
            .json();

    assertThat(answer.path("applied").asBoolean()).as(answer.toString()).isTrue();
    JsonNode player = player(service, 880001);
    assertThat(player.path("base_level").asInt()).isEqualTo(42);
    assertThat(player.path("map").asText()).isEqualTo("geffen");
    assertThat(player.path("kills").asInt()).isEqualTo(1);
    assertThat(player.path("logins").asInt()).isEqualTo(1);
    assertThat(player.path("zeny").asLong()).isEqualTo(750);
  }

  @Test
  void shouldSayThatAPlayerIsNotKnownWhenNoneWasSeen(Service service) throws Exception {
    JsonNode player = player(service, 880999);

    assertThat(player.path("known").asBoolean()).isFalse();
    assertThat(player.path("zeny").isNull()).isTrue();
  }
}
