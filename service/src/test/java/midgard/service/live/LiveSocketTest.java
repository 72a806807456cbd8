package midgard.service.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningService.class)
class LiveSocketTest {
  @ParameterizedTest
  @ValueSource(strings = {"/ws", "/dashboard/ws/live-updates"})
  void shouldStartWithASnapshotWhenSomebodyConnects(String path, Service service) throws Exception {
    try (Listener listener = Listener.connect(service.url() + path)) {
      JsonNode snapshot = listener.next();

      assertThat(snapshot.get("type").asText()).isEqualTo("snapshot");
      assertThat(snapshot.get("data").get("agents").get("total").asInt()).isEqualTo(21);
      assertThat(snapshot.get("data").fieldNames())
          .toIterable()
          .contains("world", "economy", "problem", "events", "leaderboard");
    }
  }

  @Test
  void shouldTellAChangeWithItsCauseWhenAnAgentConcludes(Service service) throws Exception {
    try (Listener listener = Listener.connect(service.dashboardUrl() + "/ws")) {
      listener.next();
      dispatch(
          service,
          """
          {"event_type":"player_login","player_id":990021,"player_name":"Embla","event_id":"ws-1",
            "timestamp":%d,"server_id":"ws-test"}""");

      JsonNode change = listener.nextChange("player_reputation", "990021");

      assertThat(change.get("agent").asText()).isEqualTo("reputation");
      assertThat(change.get("row").get("player_name").asText()).isEqualTo("Embla");
      assertThat(change.get("cause").get("topic").asText()).isEqualTo("inbox.player");
      assertThat(change.get("cause").get("event_id").asText()).isEqualTo("ws-1");
    }
  }

  @Test
  void shouldKeepPursesPrivateWhenThePublicListens(Service service) throws Exception {
    try (Listener internal = Listener.connect(service.url() + "/ws");
        Listener everybody = Listener.connect(service.dashboardUrl() + "/ws")) {
      internal.next();
      everybody.next();
      dispatch(
          service,
          """
          {"event_type":"zeny_change","timestamp":%1$d,"server_id":"ws-test","player_id":990022,
            "payload":{"amount":5,"reason":"script"}},
          {"event_type":"player_login","timestamp":%1$d,"server_id":"ws-test","player_id":990022,
            "player_name":"Ve"}""");

      assertThat(internal.nextChange("zeny_ledger", "990022").get("row").get("amount").asInt())
          .isEqualTo(5);
      everybody.nextChange("player_reputation", "990022");
      assertThat(everybody.tables()).doesNotContain("zeny_ledger");
    }
  }

  @Test
  void shouldAnswerPongWhenPinged(Service service) throws Exception {
    try (Listener listener = Listener.connect(service.url() + "/ws")) {
      listener.say("ping");

      assertThat(listener.nextText("pong")).isEqualTo("pong");
    }
  }

  @Test
  void shouldRefuseWhenAForeignPageConnects(Service service) {
    assertThatThrownBy(() -> Listener.connect(service.url() + "/ws", "https://evil.example"))
        .rootCause()
        .hasMessageContaining("403");
  }

  private static void dispatch(Service service, String events) throws Exception {
    Http.post(
        service.url() + "/api/v1/events/dispatch",
        "application/json",
        "{\"events\":[" + events.formatted(Instant.now().toEpochMilli()) + "]}");
  }
}
