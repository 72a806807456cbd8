package midgard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class SocialReadTest {
  private static JsonNode get(Service service, String path) throws Exception {
    return Http.get(service.url() + "/api/v1/economy_social/social/" + path).json();
  }

  @Test
  void shouldListTheGatheringsThatRunWhenAsked(Service service) throws Exception {
    JsonNode answer = get(service, "events/active");

    assertThat(answer.path("events").isArray()).isTrue();
    assertThat(answer.path("active_count").asInt()).isEqualTo(answer.path("events").size());
  }

  @Test
  void shouldShowNoTasksWhenTheGuildWasNeverSeen(Service service) throws Exception {
    assertThat(get(service, "guild-tasks/880077").path("total").asInt()).isZero();
  }
}
