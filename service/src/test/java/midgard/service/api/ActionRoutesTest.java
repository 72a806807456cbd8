package midgard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A new world announces its problem: there is always something to do in it. */
@ExtendWith(RunningService.class)
class ActionRoutesTest {
  private static final String PENDING = "/api/v1/actions/pending?limit=1&server_id=";

  private static JsonNode fetched(Service service, String server) {
    List<JsonNode> found = new ArrayList<>();
    Awaitility.await()
        .until(
            () -> {
              Http.get(service.url() + PENDING + server).json().path("actions").forEach(found::add);
              return !found.isEmpty();
            });
    return found.get(0);
  }

  private static JsonNode report(Service service, String body) throws Exception {
    return Http.post(service.url() + "/api/v1/actions/complete", "application/json", body).json();
  }

  private static String done(JsonNode action, String status) {
    return "{\"action_id\":\"%s\",\"status\":\"%s\",\"server_id\":\"bridge\"}"
        .formatted(action.path("action_id").asText(), status);
  }

  @Test
  void shouldSayHowAnActionEndedWhenItIsReportedDoneTwice(Service service) throws Exception {
    JsonNode action = fetched(service, "bridge");
    report(service, done(action, "completed"));

    JsonNode again = report(service, done(action, "failed"));

    assertThat(again.path("status").asText()).as(again.toString()).isEqualTo("completed");
  }

  @Test
  void shouldGiveAnActionToOneServerOnlyWhenTwoAsk(Service service) throws Exception {
    JsonNode action = fetched(service, "bridge-1");

    JsonNode other = Http.get(service.url() + PENDING + "bridge-2").json();

    assertThat(other.path("actions").findValuesAsText("action_id"))
        .doesNotContain(action.path("action_id").asText());
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
    Http.post(stop, "application/json", "{\"stopped\":true,\"reason\":\"A test.\"}");

    JsonNode pending = Http.get(service.url() + PENDING + "bridge-3").json();
    Http.post(stop, "application/json", "{\"stopped\":false}");

    assertThat(pending.path("actions")).isEmpty();
  }
}
