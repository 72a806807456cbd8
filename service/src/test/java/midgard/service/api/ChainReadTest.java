package midgard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class ChainReadTest {
  private static final String PATH = "/api/v1/advanced/chains";

  @Test
  void shouldCountTheChainsWhenAskedForThoseThatRunAndThoseThatEnded(Service service)
      throws Exception {
    JsonNode active = Http.get(service.url() + PATH + "/active").json();
    JsonNode history = Http.get(service.url() + PATH + "/history?limit=5").json();

    assertThat(active.path("chains").size()).isEqualTo(active.path("total").asInt(-1));
    assertThat(history.path("history").isArray()).as(history.toString()).isTrue();
  }

  @Test
  void shouldSayThatThereIsNoneWhenTheIdIsUnknown(Service service) throws Exception {
    assertThat(Http.get(service.url() + PATH + "/chain-nope").status()).isEqualTo(404);
    assertThat(Http.get(service.url() + PATH + "/chain-nope/current-step").status()).isEqualTo(404);
  }
}
