package midgard.service.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class MetricsTest {
  private static final int MOST_SERIES = 5_000;

  @Test
  void shouldShowAgentsStreamsKafkaHttpAndTheJvmWhenScraped(Service service) throws Exception {
    Http.get(service.url() + "/api/v1/progression/reputation/1");

    String text = Http.get(service.url() + "/metrics").text();

    assertThat(text)
        .contains("midgard_agent_processing_seconds_count{agent=\"reputation-player\"}")
        .contains("midgard_router_accepted")
        .contains("midgard_http_request_seconds_count{method=\"GET\",route=\"/api/v1/progression/")
        .contains("kafka_streams_alive_stream_threads{")
        .contains("kafka_consumer_partition_records_lag{")
        .contains("jvm_memory_used_bytes{");
  }

  @Test
  void shouldStayWithinBoundsAndRepeatNothingWhenScraped(Service service) throws Exception {
    List<String> series =
        Http.get(service.url() + "/metrics")
            .text()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(0, line.lastIndexOf(' ')))
            .collect(Collectors.toList());

    assertThat(series).doesNotHaveDuplicates().hasSizeLessThan(MOST_SERIES);
  }

  @Test
  void shouldSatisfyPromtoolWhenItIsInstalled(Service service) throws Exception {
    Optional<Path> promtool =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "promtool"))
            .filter(path -> path.toFile().canExecute())
            .findFirst();
    assumeTrue(promtool.isPresent(), "promtool is not installed; its check is left out");
    byte[] text = Http.get(service.url() + "/metrics").text().getBytes(StandardCharsets.UTF_8);

    Process check =
        new ProcessBuilder(promtool.get().toString(), "check", "metrics")
            .redirectErrorStream(true)
            .start();
    check.getOutputStream().write(text);
    check.getOutputStream().close();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(check.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(said).isEmpty();
    assertThat(check.exitValue()).isZero();
  }

  @Test
  void shouldNotAnswerWhenThePublicServerIsAsked(Service service) throws Exception {
    assertThat(Http.get(service.dashboardUrl() + "/metrics").status()).isEqualTo(404);
  }
}
