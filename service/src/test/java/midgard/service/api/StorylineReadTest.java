package midgard.service.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class StorylineReadTest {
  private static final String PATH = "/api/v1/storyline";

  private static JsonNode get(Service service, String path) throws Exception {
    return Http.get(service.url() + PATH + path).json();
  }

  @Test
  void shouldShowTheFirstArcWhenTheWorldIsNew(Service service) throws Exception {
    await()
        .atMost(30, SECONDS)
        .until(() -> get(service, "/current").path("arc_name").asText().length() > 0);
    JsonNode arc = get(service, "/current");
    String id = arc.path("arc_id").asText();

    assertThat(arc.path("status").asText()).isEqualTo("active");
    assertThat(arc.path("chapters").size()).isEqualTo(arc.path("total_chapters").asInt());
    assertThat(get(service, "/arc/" + id).path("arc_name")).isEqualTo(arc.path("arc_name"));
    assertThat(get(service, "/arc/" + id + "/participants").isArray()).isTrue();
    assertThat(get(service, "/arc/" + id + "/heroes").path("rewards").size()).isEqualTo(3);
    assertThat(get(service, "/history").isArray()).isTrue();
    assertThat(get(service, "/world-state").path("current_arc_chapter").asInt()).isPositive();
    assertThat(get(service, "/dashboard").path("current_arc").path("arc_id").asText())
        .isEqualTo(id);
    assertThat(get(service, "/player/881234/quests").path("quests").size()).isPositive();
    assertThat(get(service, "/metrics").path("total_arcs").asInt()).isPositive();
  }

  @Test
  void shouldSayThatThereIsNoneWhenTheArcIsUnknown(Service service) throws Exception {
    assertThat(Http.get(service.url() + PATH + "/arc/nope").status()).isEqualTo(404);
    assertThat(Http.get(service.url() + PATH + "/arc/nope/participants").status()).isEqualTo(404);
  }
}
