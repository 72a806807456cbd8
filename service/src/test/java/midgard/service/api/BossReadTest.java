package midgard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class BossReadTest {
  private static JsonNode get(Service service, String path) throws Exception {
    return Http.get(service.url() + "/api/v1/progression/boss" + path).json();
  }

  @Test
  void shouldListTheBossesThatAreThere(Service service) throws Exception {
    JsonNode answer = get(service, "/active");

    assertThat(answer.path("bosses").isArray()).as(answer.toString()).isTrue();
    assertThat(answer.path("active_count").asInt()).isEqualTo(answer.path("bosses").size());
  }

  @Test
  void shouldListThoseThatWere(Service service) throws Exception {
    JsonNode answer = get(service, "/history?map_name=nowhere&limit=5");

    assertThat(answer.path("history")).as(answer.toString()).isEmpty();
    assertThat(answer.path("total").asInt()).isZero();
    assertThat(get(service, "/history?limit=501").path("detail").asText()).contains("1 to 500");
  }
}
