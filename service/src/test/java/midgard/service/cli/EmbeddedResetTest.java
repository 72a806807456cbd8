package midgard.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import midgard.service.Service;
import midgard.service.config.ServiceConfig;
import midgard.service.config.Sources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A world whose servers stop with it: reset has to start them for its own time. */
class EmbeddedResetTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path folder;

  private static Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    for (String port :
        List.of(
            "AI_SERVICE_PORT",
            "DASHBOARD_PORT",
            "KAFKA_PORT",
            "KAFKA_CONTROLLER_PORT",
            "SCHEMA_REGISTRY_PORT",
            "POSTGRES_PORT",
            "REDIS_PORT")) {
      settings.put(port, "0");
    }
    settings.put("DATA_DIR", folder.resolve("data").toString());
    return settings;
  }

  private static Said reset(String... arguments) {
    List<String> all = new ArrayList<>(List.of("reset"));
    settings().forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
    all.addAll(Arrays.asList(arguments));
    return Said.execute(all);
  }

  @BeforeAll
  static void runAndStop() {
    try (Service service =
        new Service(ServiceConfig.read(Sources.of(settings(), folder)), Clock.systemUTC())) {
      service.start();
      assertThat(service.awaitReady(PATIENCE)).as(service.state()).isTrue();
    }
  }

  @Test
  void shouldFindAndDeleteItAllWhenTheServersAreStopped() {
    // When
    Said dry = reset();
    Said executed = reset("--execute", "--events");
    Said again = reset();

    // Then
    assertThat(dry.out())
        .as(dry.err())
        .contains("midgard-player-states-changelog", "inbox.world", "kept         game.events")
        .contains("Nothing was deleted.");
    assertThat(executed.code()).as(executed.all()).isZero();
    assertThat(again.out()).isEqualTo("There is nothing to delete.\n");
    assertThat(folder.resolve("data/streams/midgard")).doesNotExist();
    assertThat(Files.exists(folder.resolve("data/kafka"))).isTrue();
  }
}
