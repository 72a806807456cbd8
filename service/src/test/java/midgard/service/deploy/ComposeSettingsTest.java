package midgard.service.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import midgard.agent.AgentName;
import midgard.service.config.EffectiveSetting;
import midgard.service.config.ServiceConfig;
import midgard.service.config.Sources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that docker-compose.yml hands to the program, read by the program itself. */
class ComposeSettingsTest {
  private static final Map<String, String> PASSWORDS =
      Map.of(
          "POSTGRES_PASSWORD", "aB3-x_9", "REDIS_PASSWORD", "cD4", "GRAFANA_ADMIN_PASSWORD", "e");

  @TempDir private Path folder;
  private Compose compose;

  @BeforeEach
  void read() throws IOException {
    compose = Compose.read();
  }

  private ServiceConfig config() {
    Map<String, String> values = new HashMap<>();
    compose
        .environment("service")
        .forEach(
            (key, value) -> {
              if (value != null) {
                values.put(key, Compose.resolved(String.valueOf(value), PASSWORDS));
              }
            });
    return ServiceConfig.read(Sources.of(values, folder));
  }

  @Test
  void shouldKnowAndUseEveryKeyWhenTheServiceIsGivenIt() {
    List<String> used =
        config().effective().stream()
            .filter(EffectiveSetting::used)
            .map(EffectiveSetting::key)
            .toList();

    assertThat(used)
        .containsAll(compose.environment("service").keySet())
        .containsAll(compose.environment("demo").keySet());
  }

  @Test
  void shouldPassOnEveryAgentsFlagWhenItIsSetOutside() {
    assertThat(compose.environment("service").keySet())
        .containsAll(Arrays.stream(AgentName.values()).map(AgentName::flag).toList());
  }

  @Test
  void shouldStartNoEmbeddedServerWhenComposed() {
    ServiceConfig config = config();

    assertThat(config.external().kafka()).isEqualTo("kafka:19092");
    assertThat(config.external().database())
        .isEqualTo("postgresql://ai_world_user:aB3-x_9@postgres:5432/ai_world_memory");
    Stream.of(
            "kafka://" + config.external().kafka(),
            config.external().schemaRegistry(),
            config.external().database(),
            config.external().redis())
        .map(URI::create)
        .forEach(
            address ->
                assertThat(compose.services().keySet())
                    .as(address.getScheme())
                    .contains(address.getHost()));
  }

  @Test
  void shouldListenWhereItIsPublishedWhenComposed() {
    ServiceConfig.Http http = config().http();

    assertThat(http.host()).isEqualTo("0.0.0.0");
    assertThat(http.dashboardHost()).isEqualTo("0.0.0.0");
    assertThat(Compose.list(compose.services().get("service"), "ports"))
        .map(port -> port.substring(port.lastIndexOf(':') + 1))
        .containsExactly(String.valueOf(http.port()), String.valueOf(http.dashboardPort()));
  }

  @Test
  void shouldTellOfEveryVariableWhenTheExampleIsRead() throws Exception {
    TreeSet<String> told = new TreeSet<>();
    for (String line : Files.readAllLines(Compose.ROOT.resolve(".env.example"))) {
      if (line.matches("#?[A-Z_]+=.*")) {
        told.add(line.replaceFirst("^#", "").split("=")[0]);
      }
    }

    assertThat(told).isEqualTo(compose.variables());
  }

  @Test
  void shouldKnowEveryVariableWhenTheProgramReadsTheSameFile() throws Exception {
    // Given
    List<String> lines = Files.readAllLines(Compose.ROOT.resolve(".env.example"));
    Files.write(
        folder.resolve(".env"),
        lines.stream()
            .map(line -> line.matches("#[A-Z_]+=.*") ? line.substring(1) : line)
            .map(line -> line.endsWith("_PASSWORD=") ? line + "x" : line)
            .toList());

    // When
    ServiceConfig config = ServiceConfig.read(Sources.of(Map.of(), folder));

    // Then
    assertThat(config.unknownKeys()).isEmpty();
  }
}
