package midgard.service.reset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.topic.Topics;
import midgard.service.ClusterTopics;
import midgard.service.config.ServiceConfig;
import midgard.service.config.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldNamesTest {
  private static WorldNames of(String world, boolean withEvents) {
    ServiceConfig config =
        ServiceConfig.read(Sources.of(Map.of("WORLD_NAME", world), Path.of("none")));
    return new WorldNames(
        config, new Topics(ClusterTopics.settings(config), new LocalSchemaIds()), withEvents);
  }

  @ParameterizedTest
  @CsvSource({
    "'', midgard-6e5fbd9c-5c1a-4f0e-9d4c-0f2b5f6a7c11-1, true",
    "'', midgard-a-6e5fbd9c-5c1a-4f0e-9d4c-0f2b5f6a7c11-1, false",
    "a, midgard-a-6e5fbd9c-5c1a-4f0e-9d4c-0f2b5f6a7c11-12, true",
    "a, midgard-a-b-6e5fbd9c-5c1a-4f0e-9d4c-0f2b5f6a7c11-1, false",
    "a, midgard-6e5fbd9c-5c1a-4f0e-9d4c-0f2b5f6a7c11-1, false",
    "a, midgard-a-own-producer, false"
  })
  void shouldKnowItsTransactionsFromThoseOfWorldsThatAreNamedAlike(
      String world, String transaction, boolean own) {
    assertThat(of(world, false).ownsTransaction(transaction)).isEqualTo(own);
  }

  @Test
  void shouldTakeNoTopicOfAnotherWorldForALeftOverWhenItHasNoNameItself() {
    List<String> existing =
        List.of(
            "game.events",
            "midgard-player-states-changelog",
            "midgard-retired-agent-changelog",
            "geffen.game.events",
            "geffen.inbox.player",
            "midgard-geffen-player-states-changelog",
            "midgard-geffen-retired-agent-changelog",
            "orders");

    assertThat(of("", false).unknown(existing)).containsExactly("midgard-retired-agent-changelog");
  }

  @Test
  void shouldDeleteEveryTopicOfTheCatalogueOnlyWhenTheEventsAreMeantToo() {
    assertThat(of("a", false).kept()).containsExactly("a.game.events");
    assertThat(of("a", false).deleted()).hasSize(9).doesNotContain("a.game.events");
    assertThat(of("a", true).kept()).isEmpty();
    assertThat(of("a", true).deleted()).hasSize(10).contains("a.game.events");
  }
}
