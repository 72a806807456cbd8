package midgard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A world without any provider's key. */
@ExtendWith(RunningService.class)
class ModelCostReadTest {
  @Test
  void shouldAnswerZerosWhenNoModelIsAsked(Service service) throws Exception {
    JsonNode costs = Http.get(service.url() + "/api/v1/admin/llm-costs?period=monthly").json();

    assertThat(costs.get("total_cost_usd").asDouble()).isZero();
    assertThat(costs.get("daily_cost_usd").asDouble()).isZero();
    assertThat(costs.get("monthly_projection_usd").asDouble()).isZero();
    assertThat(costs.get("budget_usage_percent").asDouble()).isZero();
    assertThat(costs.get("provider_costs")).isEmpty();
    assertThat(costs.get("agent_costs")).isEmpty();
    assertThat(costs.at("/optimization_tier_distribution/model").asDouble()).isZero();
    assertThat(service.parts().models().isSet()).isFalse();
  }

  @Test
  void shouldAnswerUnderEveryAddressOfTheCostsWhenAsked(Service service) throws Exception {
    String url = service.url() + "/api/v1/cost/";

    assertThat(Http.get(url + "today").json().get("requests").asLong()).isZero();
    assertThat(Http.get(url + "summary").json().get("period").asText()).isEqualTo("monthly");
    assertThat(Http.get(url + "budget/status").json().get("daily_budget_usd").asDouble())
        .isEqualTo(40);
    assertThat(Http.get(url + "budget/provider/groq").json().get("has_key").asBoolean()).isFalse();
    assertThat(Http.get(url + "history?limit=3").json().get("history")).hasSize(3);
    assertThat(Http.get(url + "health").json().get("status").asText()).isEqualTo("off");
  }

  @Test
  void shouldSayWhatWouldBeRightWhenAskedForWhatIsNot(Service service) throws Exception {
    assertThat(Http.get(service.url() + "/api/v1/admin/llm-costs?period=hourly").text())
        .contains("period is hourly; it must be daily, weekly or monthly.");
    Http.Answer none = Http.get(service.url() + "/api/v1/cost/budget/provider/skynet");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.text()).contains("deepseek, openai, anthropic, groq, xai");
  }
}
