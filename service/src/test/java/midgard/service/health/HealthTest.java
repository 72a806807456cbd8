package midgard.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import midgard.service.http.Late;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class HealthTest {
  @Test
  void shouldNameEveryPartAndBeHealthyWhenAllRun(Service service) throws Exception {
    Http.Answer answer = Http.get(service.url() + "/api/v1/health/detailed");

    assertThat(answer.status()).isEqualTo(200);
    JsonNode parts = answer.json().get("components");
    assertThat(parts.fieldNames())
        .toIterable()
        .containsExactly("kafka", "streams", "registry", "postgres", "projection", "redis", "live");
    assertThat(parts).allMatch(part -> part.get("status").asText().equals("healthy"));
  }

  @Test
  void shouldCountTwentyOneAgentsWhenAskedInShort(Service service) throws Exception {
    JsonNode health = Http.get(service.url() + "/api/v1/health").json();

    assertThat(health.get("status").asText()).isEqualTo("healthy");
    assertThat(health.get("agents").asInt()).isEqualTo(21);
  }

  @Test
  void shouldBeLiveAndReadyWhenTheWorldRuns(Service service) throws Exception {
    assertThat(Http.get(service.url() + "/api/v1/health/live").status()).isEqualTo(200);
    assertThat(Http.get(service.url() + "/api/v1/health/ready").status()).isEqualTo(200);
  }

  @Test
  void shouldBeUnhealthyWhenAnEssentialPartIsMissing() {
    try (Health health = new Health(Clock.systemUTC())) {
      health.essential("streams", HealthChecks.streams(new Late<>("world")));

      Health.Report report = health.report();

      assertThat(report.status()).isEqualTo(HealthStatus.UNHEALTHY);
      assertThat(report.components().get("streams").detail().get("message"))
          .isEqualTo("The world is still starting; try again.");
    }
  }

  @Test
  void shouldBeDegradedAndHidePasswordsWhenAnOptionalPartFails() {
    try (Health health = new Health(Clock.systemUTC())) {
      health.optional(
          "postgres",
          () -> {
            throw new IllegalStateException("no route to postgresql://game:secret@db:5432/world");
          });

      Health.Report report = health.report();

      assertThat(report.status()).isEqualTo(HealthStatus.DEGRADED);
      assertThat(report.components().get("postgres").detail().get("message").toString())
          .contains("db:5432")
          .doesNotContain("secret");
    }
  }
}
