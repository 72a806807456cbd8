package midgard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class StorylineCommandsTest {
  /** As the requirement's fifth smoke test sends it. */
  private static final String ASKED =
      "{\"world_state\":{\"faction_dominance\":\"rune_alliance\",\"recent_events\":[]},\"player_actions\":[]}";

  private static JsonNode generate(Service service, String body) throws Exception {
    return Http.post(service.url() + "/api/v1/storyline/generate", "application/json", body).json();
  }

  @Test
  void shouldAnswerTheRunningArcWhenAskedAgain(Service service) throws Exception {
    JsonNode first = generate(service, ASKED);

    JsonNode again = generate(service, ASKED);

    assertThat(again.path("created").asBoolean()).as(again.toString()).isFalse();
    assertThat(again.path("arc_id")).isEqualTo(first.path("arc_id"));
  }

  @Test
  void shouldShowTheNewArcWhenAnotherIsForced(Service service) throws Exception {
    JsonNode forced = generate(service, "{\"force\":true,\"admin_notes\":\"A test.\"}");

    JsonNode current = Http.get(service.url() + "/api/v1/storyline/current").json();

    assertThat(forced.path("created").asBoolean()).as(forced.toString()).isTrue();
    assertThat(current.path("arc_id")).isEqualTo(forced.path("arc_id"));
  }

  @Test
  void shouldNameTheThemesWhenTheAskedOneIsNone(Service service) throws Exception {
    JsonNode answer = generate(service, "{\"force_theme\":\"knitting\"}");

    assertThat(answer.path("detail").asText())
        .startsWith("force_theme is knitting; it must be one of ");
  }
}
