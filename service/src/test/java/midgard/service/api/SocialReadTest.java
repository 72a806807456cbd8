package midgard.service.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class SocialReadTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static JsonNode get(Service service, String path) {
    String url = service.url() + "/api/v1/economy_social/social/" + path;
    // Problems have a status; a world that is starting answers with one.
    return await()
        .atMost(PATIENCE)
        .until(() -> Http.get(url).json(), answer -> !answer.has("status"));
  }

  @Test
  void shouldListTheGatheringsThatRunWhenAsked(Service service) {
    JsonNode answer = get(service, "events/active");

    assertThat(answer.path("events").isArray()).isTrue();
    assertThat(answer.path("active_count").asInt()).isEqualTo(answer.path("events").size());
  }

  @Test
  void shouldShowNoTasksWhenTheGuildWasNeverSeen(Service service) {
    assertThat(get(service, "guild-tasks/880077").path("total").asInt()).isZero();
  }
}
