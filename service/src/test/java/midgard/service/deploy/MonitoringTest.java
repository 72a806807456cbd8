package midgard.service.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus' and Grafana's files: what they name is there, and they are what those can read. */
@ExtendWith(RunningService.class)
class MonitoringTest {
  private static final Path PROMETHEUS = Compose.ROOT.resolve("deploy/prometheus");
  private static final Path GRAFANA = Compose.ROOT.resolve("deploy/grafana");
  private static final Duration MEASURED_WITHIN = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode dashboard() throws IOException {
    return JSON.readTree(GRAFANA.resolve("dashboards/midgard-streams.json").toFile());
  }

  private static List<String> expressions() throws IOException {
    return dashboard().findValuesAsText("expr");
  }

  @SuppressWarnings("unchecked")
  private static List<String> alerts() throws IOException {
    Map<String, Object> rules = Compose.yaml(Files.readString(PROMETHEUS.resolve("alerts.yml")));
    return ((List<Map<String, Object>>) rules.get("groups"))
        .stream()
            .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
            .map(rule -> (String) rule.get("expr"))
            .toList();
  }

  private static Exposition scraped(Service service) throws Exception {
    return Exposition.of(Http.get(service.url() + "/metrics").text());
  }

  /** Kafka's averages have no value, and are left out, until their first window has closed. */
  private static void shouldAllBeMeasured(List<String> expressions, Service service)
      throws Exception {
    assertThat(expressions).isNotEmpty().allMatch(Exposition::namesAny);
    // Times of requests exist from the first request on.
    Http.get(service.url() + "/api/v1/health");
    await()
        .atMost(MEASURED_WITHIN)
        .untilAsserted(
            () -> {
              Exposition scraped = scraped(service);
              assertThat(expressions.stream().flatMap(e -> scraped.missing(e).stream()).distinct())
                  .as("what is named and not measured")
                  .isEmpty();
            });
  }

  @Test
  void shouldFindEveryMetricOfTheDashboardWhenTheServiceIsScraped(Service service)
      throws Exception {
    shouldAllBeMeasured(expressions(), service);
  }

  @Test
  void shouldFindEveryMetricOfTheAlertsWhenTheServiceIsScraped(Service service) throws Exception {
    shouldAllBeMeasured(alerts(), service);
  }

  @Test
  @SuppressWarnings("unchecked")
  void shouldScrapeTheServiceWhereItListensWhenComposed() throws Exception {
    Map<String, Object> config =
        Compose.yaml(Files.readString(PROMETHEUS.resolve("prometheus.yml")));
    Map<String, Object> job = ((List<Map<String, Object>>) config.get("scrape_configs")).get(0);
    Object targets = ((List<Map<String, Object>>) job.get("static_configs")).get(0).get("targets");

    assertThat(targets)
        .isEqualTo(
            List.of("service:" + Compose.read().environment("service").get("AI_SERVICE_PORT")));
    assertThat(job.get("metrics_path")).isEqualTo("/metrics");
    assertThat((List<String>) config.get("rule_files"))
        .allSatisfy(file -> assertThat(PROMETHEUS.resolve(file)).exists());
  }

  @Test
  @SuppressWarnings("unchecked")
  void shouldAskTheProvisionedDatasourceWhenTheDashboardIsShown() throws Exception {
    Map<String, Object> provisioned =
        Compose.yaml(Files.readString(GRAFANA.resolve("provisioning/datasources/prometheus.yml")));
    Object uid = ((List<Map<String, Object>>) provisioned.get("datasources")).get(0).get("uid");

    assertThat(dashboard().findValues("datasource"))
        .isNotEmpty()
        .allSatisfy(source -> assertThat(source.path("uid").asText()).isEqualTo(uid));
  }

  @Test
  @SuppressWarnings("unchecked")
  void shouldProvisionTheFolderThatIsMountedWhenComposed() throws Exception {
    Map<String, Object> provisioned =
        Compose.yaml(
            Files.readString(GRAFANA.resolve("provisioning/dashboards/midgard-streams.yml")));
    Map<String, Object> provider =
        ((List<Map<String, Object>>) provisioned.get("providers")).get(0);
    String path = (String) Compose.map(provider.get("options")).get("path");

    assertThat(Compose.list(Compose.read().services().get("grafana"), "volumes"))
        .contains("./deploy/grafana/dashboards:" + path + ":ro");
    assertThat(
            Compose.read().environment("grafana").get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"))
        .isEqualTo(path + "/midgard-streams.json");
  }

  @Test
  void shouldLeaveEveryPanelItsPlaceWhenTheDashboardIsShown() throws Exception {
    List<JsonNode> places = dashboard().findValues("gridPos");

    assertThat(places).isNotEmpty();
    for (JsonNode one : places) {
      assertThat(one.get("x").asInt() + one.get("w").asInt()).isLessThanOrEqualTo(24);
      assertThat(places).filteredOn(other -> overlap(one, other)).containsExactly(one);
    }
    assertThat(
            StreamSupport.stream(dashboard().get("panels").spliterator(), false)
                .map(panel -> panel.get("id").asInt())
                .toList())
        .doesNotHaveDuplicates();
  }

  private static boolean overlap(JsonNode one, JsonNode other) {
    return crosses(one, other, "x", "w") && crosses(one, other, "y", "h");
  }

  private static boolean crosses(JsonNode one, JsonNode other, String start, String size) {
    return one.get(start).asInt() < other.get(start).asInt() + other.get(size).asInt()
        && other.get(start).asInt() < one.get(start).asInt() + one.get(size).asInt();
  }

  @Test
  void shouldSatisfyPromtoolWhenItIsInstalled(@TempDir Path folder) throws Exception {
    // Given: Grafana's expressions as rules, since promtool reads no dashboards.
    String rules =
        expressions().stream()
            .map(e -> e.replace("$__rate_interval", "1m").replace("'", "''"))
            .distinct()
            .map(e -> "      - {record: \"panel:expression\", expr: '" + e + "'}")
            .collect(Collectors.joining("\n", "groups:\n  - name: panels\n    rules:\n", "\n"));
    Path panels = Files.writeString(folder.resolve("panels.yml"), rules);

    // Then
    promtool("check", "config", PROMETHEUS.resolve("prometheus.yml").toString());
    promtool("test", "rules", PROMETHEUS.resolve("alerts_test.yml").toString());
    promtool("check", "rules", "--lint=none", panels.toString());
  }

  private static void promtool(String... arguments) throws Exception {
    Optional<Path> promtool =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "promtool"))
            .filter(path -> path.toFile().canExecute())
            .findFirst();
    assumeTrue(promtool.isPresent(), "promtool is not installed; its checks are left out");
    List<String> command = new ArrayList<>(List.of(arguments));
    command.add(0, promtool.get().toString());
    Process check = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(check.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(check.exitValue()).as(said).isZero();
  }
}
