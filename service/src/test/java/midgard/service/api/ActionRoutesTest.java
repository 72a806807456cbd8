package midgard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.StreamSupport;
import midgard.schemas.Cause;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.action.SpawnMonster;
import midgard.schemas.event.Priority;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class ActionRoutesTest {
  private static final String PENDING = "/api/v1/actions/pending?limit=100&server_id=";

  private static void wish(Service service, String key) {
    long now = System.currentTimeMillis();
    GameAction action =
        new GameAction(
            "action-" + key,
            "problem-world",
            "world",
            "world",
            key,
            Priority.urgent,
            null,
            null,
            "prontera",
            now,
            now + 3_600_000,
            new Cause("inbox.world", 0, 0L, "test"),
            new SpawnMonster("prontera", 0, 0, 1002, 5, null));
    service.parts().commands().get().send(Domain.WORLD, key, action).join();
  }

  /** The one action of this id, out of all that the server is handed now. */
  private static Optional<JsonNode> fetched(Service service, String server, String key)
      throws Exception {
    return StreamSupport.stream(
            Http.get(service.url() + PENDING + server).json().path("actions").spliterator(), false)
        .filter(action -> action.path("action_id").asText().equals(key))
        .findFirst();
  }

  private static JsonNode report(Service service, String body) throws Exception {
    return Http.post(service.url() + "/api/v1/actions/complete", "application/json", body).json();
  }

  private static String done(String key, String status) {
    return "{\"action_id\":\"%s\",\"status\":\"%s\",\"server_id\":\"bridge\"}"
        .formatted(key, status);
  }

  @Test
  void shouldHandAnActionOutWithItsPayloadWhenAServerAsks(Service service) throws Exception {
    wish(service, "test:handed");

    JsonNode action = fetched(service, "bridge", "test:handed").orElseThrow();

    assertThat(action.path("action_type").asText()).isEqualTo("spawn_monster");
    assertThat(action.path("payload").path("monster_id").asInt()).isEqualTo(1002);
  }

  @Test
  void shouldSayHowAnActionEndedWhenItIsReportedTwice(Service service) throws Exception {
    wish(service, "test:twice");
    fetched(service, "bridge", "test:twice").orElseThrow();
    report(service, done("test:twice", "completed"));

    JsonNode again = report(service, done("test:twice", "failed"));

    assertThat(again.path("status").asText()).as(again.toString()).isEqualTo("completed");
  }

  @Test
  void shouldGiveAnActionToOneServerOnlyWhenTwoAsk(Service service) throws Exception {
    wish(service, "test:one");
    fetched(service, "bridge-1", "test:one").orElseThrow();

    assertThat(fetched(service, "bridge-2", "test:one")).isEmpty();
  }

  @Test
  void shouldNameWhatIsWrongWhenTheStatusIsNone(Service service) throws Exception {
    JsonNode answer = report(service, "{\"action_id\":\"x\",\"status\":\"half\"}");

    assertThat(answer.path("detail").asText())
        .isEqualTo("status is half; it must be completed or failed.");
  }

  @Test
  void shouldChangeNothingWhenTheActionIsNotKnown(Service service) throws Exception {
    JsonNode answer = report(service, "{\"action_id\":\"nobody\",\"status\":\"completed\"}");

    assertThat(answer.path("known").asBoolean()).isFalse();
  }

  @Test
  void shouldHandNothingOutWhenTheEmergencyStopIsOn(Service service) throws Exception {
    String stop = service.url() + "/api/v1/actions/emergency-stop";
    wish(service, "test:stopped");
    Http.post(stop, "application/json", "{\"stopped\":true,\"reason\":\"A test.\"}");

    JsonNode pending = Http.get(service.url() + PENDING + "bridge-3").json();
    Http.post(stop, "application/json", "{\"stopped\":false}");

    assertThat(pending.path("actions")).isEmpty();
  }
}
