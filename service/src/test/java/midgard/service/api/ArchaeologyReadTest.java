package midgard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class ArchaeologyReadTest {
  private static final String PATH = "/api/v1/advanced/archaeology";

  @Test
  void shouldStartAtLevelOneWhenAPlayerNeverDug(Service service) throws Exception {
    JsonNode progress = Http.get(service.url() + PATH + "/880777/progress").json();

    assertThat(progress.path("archaeology_level").asInt()).as(progress.toString()).isEqualTo(1);
    assertThat(progress.path("total_digs").asInt(-1)).isZero();
  }

  @Test
  void shouldListAllCollectionsWhenAPlayerHasNothing(Service service) throws Exception {
    JsonNode collections = Http.get(service.url() + PATH + "/880777/collection").json();

    assertThat(collections).hasSize(4);
    assertThat(collections.path(0).path("required_count").asInt()).isEqualTo(10);
  }

  @Test
  void shouldHideTheCellsWhenAskedForSpots(Service service) throws Exception {
    JsonNode spots = Http.get(service.url() + PATH + "/dig-spots/active").json();

    assertThat(spots.isArray()).as(spots.toString()).isTrue();
    assertThat(spots).allSatisfy(spot -> assertThat(spot.has("x")).isFalse());
  }
}
