package midgard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class WeatherReadTest {
  private static JsonNode get(Service service, String path) throws Exception {
    return Http.get(service.url() + "/api/v1/environmental" + path).json();
  }

  @Test
  void shouldShowTheSkyOfTheRegionThatIsAskedForAndOfAll(Service service) throws Exception {
    JsonNode answer = get(service, "/weather/current?region=desert");

    assertThat(answer.path("region").asText()).as(answer.toString()).isEqualTo("desert");
    assertThat(answer.path("weather_type").asText()).isIn("clear", "heat_wave", "sandstorm");
    assertThat(answer.path("effects").path("monster_behavior").asText()).isNotEmpty();
    assertThat(answer.path("next_change_at").asText()).endsWith("Z");
    assertThat(answer.path("regions")).hasSize(4);
  }

  @Test
  void shouldForecastAsFarAsIsAskedFor(Service service) throws Exception {
    JsonNode answer = get(service, "/weather/forecast?hours=6");

    assertThat(answer.path("forecast_hours").asInt()).isEqualTo(6);
    assertThat(answer.path("forecast")).hasSize(2);
    assertThat(answer.path("forecast").get(0).path("probability").asDouble()).isBetween(0.0, 1.0);
    assertThat(get(service, "/weather/forecast?hours=73").path("detail").asText())
        .contains("from 6 to 72");
  }

  @Test
  void shouldTellTheHour(Service service) throws Exception {
    JsonNode answer = get(service, "/time/current");

    assertThat(answer.path("time_of_day").asText())
        .as(answer.toString())
        .isIn("dawn", "day", "dusk", "night", "full_moon");
    assertThat(answer.path("current_hour").asInt()).isBetween(0, 23);
  }
}
