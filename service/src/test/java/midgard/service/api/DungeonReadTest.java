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
class DungeonReadTest {
  private static final String PATH = "/api/v1/advanced/dungeon";

  @Test
  void shouldShowTheDaysDungeonWhenTheWorldHasTicked(Service service) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              JsonNode dungeon = Http.get(service.url() + PATH + "/current").json();
              int floors = dungeon.path("floor_count").asInt();
              assertThat(floors).as(dungeon.toString()).isBetween(5, 10);
              JsonNode last = dungeon.path("layouts").path(floors - 1);
              assertThat(last.path("is_boss_floor").asBoolean()).as(last.toString()).isTrue();
            });
  }

  @Test
  void shouldHaveARankingWhenNobodyHasClearedIt(Service service) throws Exception {
    JsonNode ranking = Http.get(service.url() + PATH + "/leaderboard?limit=5").json();

    assertThat(ranking.path("leaderboard").isArray()).as(ranking.toString()).isTrue();
    assertThat(Http.get(service.url() + PATH + "/leaderboard?limit=0").status()).isEqualTo(400);
  }
}
