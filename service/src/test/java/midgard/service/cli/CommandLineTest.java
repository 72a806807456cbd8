package midgard.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@ExtendWith(RunningService.class)
class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int execute(String... arguments) {
    CommandLine line = MidgardCommand.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  @Test
  void shouldShowValuesWithoutSecretsWhenAskedForTheSettings() {
    // When
    int code =
        execute(
            "config",
            "--set",
            "DATABASE_URL=postgresql://u:hunter2@h/d",
            "--set",
            "OPENAI_API_KEY=sk-abc");

    // Then
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("postgresql://u:****@h/d", "OPENAI_API_KEY", "AI_SERVICE_PORT")
        .doesNotContain("hunter2", "sk-abc");
  }

  @Test
  void shouldListAllFaultsAndEndWithOneWhenSettingsAreWrong() {
    // When
    int code = execute("config", "--set", "AI_SERVICE_PORT=x", "--set", "STREAM_THREADS=-1");

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines())
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).contains("AI_SERVICE_PORT"))
        .anySatisfy(line -> assertThat(line).contains("STREAM_THREADS"));
  }

  @Test
  void shouldNameTheTopicsOfTheWorldWhenAskedForThem() {
    // When
    int code = execute("topics", "--set", "WORLD_NAME=prontera");

    // Then
    assertThat(code).isZero();
    assertThat(out.toString()).contains("prontera.game.events", "game servers write here");
  }

  @Test
  void shouldDescribeWhatTheClusterHoldsWhenItRuns(Service service) {
    // Given
    String kafka = "KAFKA_BOOTSTRAP_SERVERS=" + service.addresses().bootstrapServers();

    // When
    int described = execute("topics", "--describe", "--set", kafka);
    int created = execute("topics", "--create", "--set", kafka);

    // Then
    assertThat(described).isZero();
    assertThat(created).isZero();
    assertThat(out.toString())
        .contains("in the cluster: 2 partitions, 1 replicas", "All topics are in order.")
        .doesNotContain("not in the cluster");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alive", "ready"})
  void shouldEndWithZeroWhenTheWorldIsWell(String asked, Service service) {
    // When
    int code =
        asked.equals("ready")
            ? execute("health", "--ready", "--url", service.url())
            : execute("health", "--url", service.url());

    // Then
    assertThat(code).isZero();
    assertThat(out.toString()).contains(asked);
  }

  @Test
  void shouldEndWithOneWhenNobodyAnswersForItsHealth() throws Exception {
    // Given
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }

    // When
    int code = execute("health", "--set", "AI_SERVICE_PORT=" + closed);

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("http://127.0.0.1:" + closed + "/api/v1/health/live does not answer.");
  }

  @Test
  void shouldFeedAndCountWhenTheWorldRuns(@TempDir Path folder, Service service) throws Exception {
    // Given
    Path file =
        Files.writeString(
            folder.resolve("events.ndjson"),
            "{\"event_type\":\"test\",\"timestamp\":1732628400,\"server_id\":\"cli\"}\n{oops\n");

    // When
    int code =
        execute(
            "feed",
            file.toString(),
            "--url",
            service.url(),
            "--speed",
            "max",
            "--to",
            "dispatch",
            "--quiet");

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(out.toString()).startsWith("2 read, 1 accepted, 0 duplicate, 1 rejected");
    assertThat(err.toString()).contains("line 2: no JSON");
  }

  @Test
  void shouldSayInOneLineWhenTheFileIsNotThere() {
    // When
    int code = execute("feed", "no-such-file.ndjson", "--quiet");

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(err.toString().trim())
        .isEqualTo("no-such-file.ndjson cannot be read: there is no such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fast", "0", "-1", "NaN"})
  void shouldEndWithTwoWhenTheSpeedIsNone(String speed) {
    // When
    int code = execute("feed", "x.ndjson", "--speed", speed);

    // Then
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("is no speed; it must be a number above 0, or max");
  }

  @Test
  void shouldEndWithTwoAndShowHowWhenNothingIsAsked() {
    assertThat(execute()).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: midgard-streams");
  }

  @Test
  void shouldStopByItselfWhenToldToRunUntilReady(@TempDir Path folder) {
    // When
    int code =
        execute(
            "run",
            "--until-ready",
            "--set=DATA_DIR=" + folder,
            "--set=LOG_TO_FILE=false",
            "--set=AI_SERVICE_PORT=0",
            "--set=DASHBOARD_PORT=0",
            "--set=KAFKA_PORT=0",
            "--set=KAFKA_CONTROLLER_PORT=0",
            "--set=SCHEMA_REGISTRY_PORT=0",
            "--set=POSTGRES_PORT=0",
            "--set=REDIS_PORT=0");

    // Then
    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString()).contains("Midgard Streams is ready");
    assertThat(ProcessHandle.allProcesses())
        .as("servers left behind")
        .noneMatch(process -> process.info().command().orElse("").startsWith(folder.toString()));
  }
}
