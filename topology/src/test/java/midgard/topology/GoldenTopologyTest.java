package midgard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Set;
import midgard.agent.Settings;
import midgard.agent.engine.EngineConfig;
import midgard.agents.Agents;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.topic.TopicSettings;
import midgard.schemas.topic.Topics;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

/**
 * Names of stores and the order of sub-topologies are part of the data of a running world: what
 * changes here moves or loses state on an upgrade. When the change is meant, copy {@code
 * target/topology.txt} over {@code src/test/resources/topology.txt} and say in the changelog what
 * an operator has to do.
 */
class GoldenTopologyTest {
  @Test
  void shouldBeTheTopologyOfTheLastReleaseWhenNothingWasMeantToChange() throws IOException {
    String description = topology().toString();

    Files.writeString(Path.of("target/topology.txt"), description);
    try (var golden = getClass().getResourceAsStream("/topology.txt")) {
      assertThat(golden).as("src/test/resources/topology.txt").isNotNull();
      assertThat(description).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Otherwise {@code max.task.idle.ms} must not be switched off: order would go by arrival. */
  @Test
  void shouldReadOneTopicInEveryTask() {
    assertThat(topology().subtopologies())
        .allSatisfy(
            part ->
                assertThat(part.nodes())
                    .filteredOn(TopologyDescription.Source.class::isInstance)
                    .singleElement()
                    .extracting(source -> ((TopologyDescription.Source) source).topicSet().size())
                    .isEqualTo(1));
  }

  private static TopologyDescription topology() {
    LocalSchemaIds ids = new LocalSchemaIds();
    EngineConfig engine =
        new EngineConfig(
            1,
            ZoneOffset.UTC,
            Set.of(),
            new Topics(TopicSettings.LOCAL, ids),
            ids,
            store -> store + "-value");
    return MidgardTopology.described(engine, Agents.all(Settings.DEFAULTS));
  }
}
