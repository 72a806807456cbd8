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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningService.class)
class ExplorationReadTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/world/npcs/active", "/api/v1/procedural/npc/active"})
  void shouldListWanderersWhenTheWorldIsNew(String path, Service service) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode answer = Http.get(service.url() + path).json();
              assertThat(answer.path("active_count").asInt()).as(answer.toString()).isEqualTo(3);
              JsonNode npc = answer.path("npcs").path(0);
              assertThat(npc.path("npc_name").asText()).isNotBlank();
              assertThat(npc.path("quest_data").path("objectives")).hasSize(2);
              assertThat(npc.path("status").asText()).isEqualTo("active");
            });
  }

  @Test
  void shouldListTreasuresWithoutTheirCellsWhenTheWorldIsNew(Service service) {
    String path = service.url() + "/api/v1/environmental/treasure/active";
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode plain = Http.get(path).json().path("treasures").path(0);
              assertThat(plain.path("rarity").asText()).isNotBlank();
              assertThat(plain.has("spawn_x")).isFalse();
              assertThat(plain.path("hint_text").isTextual()).isFalse();
              JsonNode hinted = Http.get(path + "?include_hints=true").json();
              assertThat(hinted.path("total").asInt()).isEqualTo(10);
              assertThat(hinted.path("treasures").path(0).path("hint_text").asText()).isNotBlank();
            });
  }

  @Test
  void shouldLackAHundredFragmentsWhenThePlayerFoundNone(Service service) throws Exception {
    JsonNode purse =
        Http.get(service.url() + "/api/v1/environmental/treasure/880998/fragments").json();

    assertThat(purse.path("fragment_count").asInt()).isZero();
    assertThat(purse.path("fragments_needed").asInt()).isEqualTo(100);
  }
}
