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
class EconomySocialReadTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static JsonNode get(Service service, String path) {
    String url = service.url() + "/api/v1/economy_social/economy/" + path;
    // Problems have a status; a world that is starting answers with one.
    return await()
        .atMost(PATIENCE)
        .until(() -> Http.get(url).json(), answer -> !answer.has("status"));
  }

  @Test
  void shouldShowEveryPriceThatIsSteeredWhenAsked(Service service) {
    JsonNode prices = get(service, "prices");

    assertThat(prices.path("total").asInt()).isGreaterThanOrEqualTo(15);
    JsonNode first = prices.path("prices").path(0);
    assertThat(first.path("item_id").asInt()).isEqualTo(501);
    assertThat(first.path("base_price").asLong()).isEqualTo(50);
  }

  @Test
  void shouldShowNoSinkAndNoAdviceWhenThereWasNoInflation(Service service) {
    assertThat(get(service, "zeny-sinks/active").path("active_count").asInt()).isZero();
    assertThat(get(service, "drop-rate-recommendations").path("recommendations_data").isArray())
        .isTrue();
  }
}
