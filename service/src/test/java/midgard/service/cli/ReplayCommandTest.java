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
import midgard.service.WorldAtRest;
import midgard.service.config.ServiceConfig;
import midgard.service.config.Sources;
import midgard.service.feed.FeedListener;
import midgard.service.feed.FeedOptions;
import midgard.service.feed.Feeder;
import midgard.service.feed.HttpTarget;
import midgard.service.feed.Recording;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole world that has lived through the recorded session, and its log worked off once more. */
class ReplayCommandTest {
  private static final Path SESSION = Path.of("..", "samples", "rathena-session.ndjson.gz");
  private static final long EVENTS = 5274;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path folder;

  private static Service service;

  @BeforeAll
  static void liveThroughTheSession() throws Exception {
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
    settings.put("CLOCK_SOURCE", "feed");
    service = new Service(ServiceConfig.read(Sources.of(settings, folder)), Clock.systemUTC());
    service.start();
    assertThat(service.awaitReady(PATIENCE)).as(service.state()).isTrue();
    new Feeder(
            HttpTarget.restProxy(service.url(), service.eventTopic()),
            new FeedOptions(0, false, true, 150, PATIENCE),
            Clock.systemUTC(),
            FeedListener.SILENT)
        .feed(new Recording(SESSION));
    WorldAtRest.await(service, EVENTS);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** Runs a command beside the world. */
  private static Said run(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(
        List.of(
            "--quiet",
            "--set",
            "KAFKA_BOOTSTRAP_SERVERS=" + service.addresses().bootstrapServers(),
            "--set",
            "SCHEMA_REGISTRY_URL=" + service.addresses().schemaRegistryUrl()));
    return Said.execute(all);
  }

  /** Runs a command where neither broker nor registry can be reached. */
  private static Said runAlone(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(
        List.of(
            "--quiet",
            "--set",
            "KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:1",
            "--set",
            "SCHEMA_REGISTRY_URL=http://127.0.0.1:1"));
    return Said.execute(all);
  }

  @Test
  void shouldAgreeByteForByteWhenTheSessionIsReplayed() {
    // When
    Said said = run("replay", "--verify");

    // Then
    assertThat(said.code()).as(said.out() + said.err()).isZero();
    assertThat(said.out())
        .containsPattern("[1-9]\\d{2,} changes agree, byte for byte")
        .contains(", 0 failures");
  }

  @Test
  void shouldSayWhereAndWhyWhenTheWorldHasAnotherSeed() {
    // When
    Said said = run("replay", "--verify", "--set", "WORLD_SEED=2");

    // Then
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .containsPattern(
            "The first difference, at inbox\\.[a-z]+-\\d@\\d+ \\(event [^)]+\\), agent [a-z_]+")
        .contains("recorded: ", "replayed: ");
  }

  @Test
  void shouldFindTheSameStateTwiceAndAnotherOneWithAnotherSeed() {
    // When
    Said first = run("replay", "--hash");
    Said second = run("replay", "--hash");
    Said other = run("replay", "--hash", "--set", "WORLD_SEED=2");

    // Then
    assertThat(first.hash()).matches("state [0-9a-f]{64}").isEqualTo(second.hash());
    assertThat(other.hash()).isNotEqualTo(first.hash());
  }

  @Test
  void shouldNeedNoServerWhenTheLogWasExported() {
    // Given
    String live = run("replay", "--hash").hash();
    Path file = folder.resolve("log.avro");

    // When
    Said exported = run("export", "inboxes,world.changes", file.toString());
    Said replayed = runAlone("replay", "--file", file.toString(), "--hash", "--verify");

    // Then
    assertThat(exported.code()).as(exported.err()).isZero();
    assertThat(replayed.code()).as(replayed.out() + replayed.err()).isZero();
    assertThat(replayed.hash()).isEqualTo(live);
    assertThat(replayed.out()).contains("changes agree, byte for byte");
  }

  @Test
  void shouldShowEachStateOfAKeyWhenItIsTraced() {
    // When
    Said said = run("replay", "--domain", "player", "--trace", "player/150102");

    // Then
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .containsPattern("inbox\\.player-\\d@\\d+  20\\d\\d-.*Z  PlayerLogin  player/150102")
        .contains("  economy-player {\n    \"");
  }

  @Test
  void shouldStopAndTellHowFarItIsWhenAnEndIsGiven() {
    // When
    Said said = run("replay", "--domain", "player", "--trace", "player/150102", "--until", "1000");

    // Then
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .containsPattern(
            "inbox\\.player-0: \\d+ messages, from offset 0 to \\d{3,4}, event time 20")
        .contains("player/150102 as it stands");
  }

  @Test
  void shouldNotClaimToVerifyWhenTheReplayStartsLate() {
    // When
    Said said = run("replay", "--from", "100", "--verify");

    // Then
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).contains("its states start empty. Only a replay from the inbox's first");
  }

  @Test
  void shouldWriteReadableLinesWhenATopicIsExported() throws Exception {
    // Given
    Path file = folder.resolve("changes.ndjson");

    // When
    Said said = run("export", "world.changes", file.toString(), "--to", "100");

    // Then
    assertThat(said.code()).as(said.err()).isZero();
    List<String> lines = Files.readAllLines(file);
    assertThat(said.out()).startsWith(lines.size() + " records of world.changes");
    assertThat(lines).hasSizeBetween(10, 202);
    assertThat(lines)
        .allSatisfy(
            line ->
                assertThat(line)
                    .matches(
                        "\\{\"partition\":[01],\"offset\":\\d{1,3},\"timestamp\":\\d{13},\"key\":\"\\w+/[^\"]*\",\"value\":\\{\"agent\":.*}}"));
  }

  @Test
  void shouldLeaveNoFileWhenTheTopicCannotBeRead() {
    // Given
    Path file = folder.resolve("never.avro");

    // When
    Said said = run("export", "inboxes", file.toString(), "--set", "WORLD_NAME=elsewhere");

    // Then
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).contains("has no topic elsewhere.inbox.player");
    assertThat(folder).isDirectoryNotContaining("glob:**never*");
  }
}
