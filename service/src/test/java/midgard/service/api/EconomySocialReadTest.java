package midgard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class EconomySocialReadTest {
  private static JsonNode get(Service service, String path) throws Exception {
    return Http.get(service.url() + "/api/v1/economy_social/economy/" + path).json();
  }

  @Test
  void shouldShowEveryPriceThatIsSteeredWhenAsked(Service service) throws Exception {
    JsonNode prices = get(service, "prices");

    assertThat(prices.path("total").asInt()).isGreaterThanOrEqualTo(15);
    JsonNode first = prices.path("prices").path(0);
    assertThat(first.path("item_id").asInt()).isEqualTo(501);
    assertThat(first.path("base_price").asLong()).isEqualTo(50);
  }

  @Test
  void shouldShowNoSinkAndNoAdviceWhenThereWasNoInflation(Service service) throws Exception {
    assertThat(get(service, "zeny-sinks/active").path("active_count").asInt()).isZero();
    assertThat(get(service, "drop-rate-recommendations").path("recommendations_data").isArray())
        .isTrue();
  }
}
