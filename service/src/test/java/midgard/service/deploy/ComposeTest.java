package midgard.service.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be known of docker-compose.yml without an engine to start it. */
class ComposeTest {
  private static final Set<String> PROFILES = Set.of("core", "full", "demo");

  /** The keys of the Compose specification that are used here: any other is a slip of the pen. */
  private static final Set<String> SERVICE_KEYS =
      Set.of(
          "build",
          "command",
          "depends_on",
          "environment",
          "healthcheck",
          "image",
          "logging",
          "mem_limit",
          "ports",
          "profiles",
          "restart",
          "shm_size",
          "stop_grace_period",
          "ulimits",
          "volumes");

  private static final Set<String> HEALTH_KEYS =
      Set.of("test", "interval", "timeout", "retries", "start_period", "disable");

  private static final int MEBIBYTES_IN_ALL = 3840;

  private Compose compose;

  @BeforeEach
  void read() throws IOException {
    compose = Compose.read();
  }

  @Test
  void shouldHaveOnlyKeysOfTheSpecificationWhenRead() {
    assertThat(compose.all().keySet())
        .containsExactlyInAnyOrder("name", "x-common", "services", "volumes");
    compose
        .services()
        .forEach(
            (name, service) -> {
              assertThat(SERVICE_KEYS).as(name).containsAll(service.keySet());
              assertThat(HEALTH_KEYS)
                  .as(name + ".healthcheck")
                  .containsAll(Compose.map(service.get("healthcheck")).keySet());
            });
  }

  @Test
  void shouldHoldTheRequiredPartsWhenRead() {
    assertThat(compose.services().keySet())
        .contains(
            "kafka",
            "schema-registry",
            "rest-proxy",
            "postgres",
            "dragonfly",
            "prometheus",
            "grafana",
            "service");
  }

  @Test
  void shouldPinEveryImageWhenRead() {
    compose
        .services()
        .forEach(
            (name, service) ->
                assertThat((String) service.get("image"))
                    .as(name)
                    .matches(".+:(v?\\d+\\.\\d+[\\w.-]*|local)"));
  }

  @Test
  void shouldRunTheKafkaThatIsTestedWhenRead() {
    assertThat(compose.services().get("kafka").get("image"))
        .isEqualTo("apache/kafka:" + AppInfoParser.getVersion());
  }

  @Test
  void shouldPublishOnTheLoopbackInterfaceOnlyWhenRead() {
    Set<String> published = new TreeSet<>();
    compose
        .services()
        .forEach(
            (name, service) ->
                Compose.list(service, "ports")
                    .forEach(
                        port -> {
                          String resolved = Compose.resolved(port, Map.of());
                          assertThat(resolved).as(name).matches("127\\.0\\.0\\.1:\\d+:\\d+");
                          assertThat(published.add(resolved.split(":")[1]))
                              .as("%s: no other has %s", name, resolved)
                              .isTrue();
                        }));
    assertThat(published).contains("8000", "3000", "3001");
  }

  @Test
  void shouldTakeEveryPasswordFromOutsideAndRefuseAnEmptyOneWhenRead() {
    compose
        .services()
        .keySet()
        .forEach(
            service ->
                compose
                    .environment(service)
                    .forEach(
                        (key, value) -> {
                          String text = String.valueOf(value);
                          if (key.endsWith("_API_KEY")) {
                            // Optional: passed on as it is set outside, or not at all.
                            assertThat(value).as("%s.%s", service, key).isNull();
                          } else if (key.matches("(?i).*(pass|auth|secret|_token).*")
                              || text.matches("\\w+://[^/]*@.*")) {
                            assertThat(text)
                                .as("%s.%s", service, key)
                                .matches("(\\w+://\\w*:)?\\$\\{[A-Z_]+:\\?[^}]+}(@.*)?");
                          }
                        }));
  }

  @Test
  void shouldWatchRestartAndLimitEveryServiceWhenRead() {
    compose
        .services()
        .forEach(
            (name, service) -> {
              Map<String, Object> health = Compose.map(service.get("healthcheck"));
              if (name.equals("demo")) {
                assertThat(service.get("restart")).isEqualTo("no");
              } else {
                assertThat(health).as(name).containsKeys("test", "interval", "timeout", "retries");
                assertThat(service.get("restart")).as(name).isEqualTo("unless-stopped");
              }
            });
    int mebibytes =
        compose.services().values().stream()
            .mapToInt(
                service -> Integer.parseInt(((String) service.get("mem_limit")).replace("m", "")))
            .sum();
    assertThat(mebibytes).as("all together on 4 GB").isLessThanOrEqualTo(MEBIBYTES_IN_ALL);
  }

  @Test
  void shouldStartNothingWithoutWhatItNeedsWhenAProfileIsChosen() {
    Map<String, Map<String, Object>> services = compose.services();
    services.forEach(
        (name, service) -> {
          List<String> profiles = Compose.list(service, "profiles");
          assertThat(profiles).as(name).isNotEmpty().isSubsetOf(PROFILES);
          Compose.map(service.get("depends_on"))
              .forEach(
                  (needed, condition) -> {
                    assertThat(services).as(name).containsKey(needed);
                    assertThat(Compose.list(services.get(needed), "profiles"))
                        .as("%s needs %s", name, needed)
                        .containsAll(profiles);
                    assertThat(Compose.map(condition))
                        .as("%s needs %s", name, needed)
                        .containsOnly(Map.entry("condition", "service_healthy"));
                  });
        });
    assertThat(ofProfile("core"))
        .containsExactlyInAnyOrder("kafka", "schema-registry", "postgres", "dragonfly", "service");
    assertThat(ofProfile("full")).containsAll(ofProfile("core")).contains("grafana", "rest-proxy");
    assertThat(ofProfile("demo")).containsAll(ofProfile("core")).contains("demo");
  }

  private Set<String> ofProfile(String profile) {
    return compose.services().entrySet().stream()
        .filter(service -> Compose.list(service.getValue(), "profiles").contains(profile))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @Test
  void shouldMountWhatIsThereWhenRead() {
    Set<String> used = new TreeSet<>();
    compose
        .services()
        .forEach(
            (name, service) ->
                Compose.list(service, "volumes")
                    .forEach(
                        volume -> {
                          String source = volume.split(":")[0];
                          if (source.startsWith(".")) {
                            assertThat(Compose.ROOT.resolve(source)).as(name).isDirectory();
                            assertThat(volume).as(name).endsWith(":ro");
                          } else {
                            used.add(source);
                          }
                        }));
    assertThat(used).isEqualTo(new TreeSet<>(Compose.map(compose.all().get("volumes")).keySet()));
  }
}
