package midgard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class NpcReadTest {

  @Test
  void shouldTellWhatGoesOnWhenAskedForTheConsciousness(Service service) throws Exception {
    Http.Answer answer = Http.get(service.url() + "/api/v1/core/world/consciousness");

    JsonNode consciousness = answer.json();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(consciousness.path("present").isArray()).isTrue();
    assertThat(consciousness.path("past").isArray()).isTrue();
    assertThat(consciousness.path("plan").isArray()).isTrue();
    assertThat(consciousness.path("timestamp").asText()).isNotEmpty();
  }
}
