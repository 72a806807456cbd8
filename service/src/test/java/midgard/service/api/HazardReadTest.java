package midgard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class HazardReadTest {
  private static JsonNode get(Service service, String path) throws Exception {
    return Http.get(service.url() + "/api/v1/environmental/hazards" + path).json();
  }

  @Test
  void shouldShowAHazardUnderItsMapWhenItIsActive(Service service) throws Exception {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(() -> !get(service, "/active").isEmpty());

    JsonNode hazard = get(service, "/active").get(0);
    assertThat(hazard.path("hazard_type").asText()).as(hazard.toString()).isNotEmpty();
    assertThat(hazard.path("expires_at").asText()).endsWith("Z");
    assertThat(get(service, "/" + hazard.path("map_name").asText()).get(0)).isEqualTo(hazard);
    assertThat(get(service, "/prontera")).isEmpty();
  }
}
