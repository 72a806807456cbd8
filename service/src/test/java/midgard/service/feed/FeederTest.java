package midgard.service.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import midgard.service.http.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feeder before a server that keeps what it gets and can be told to be out of sorts. */
class FeederTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FeedOptions FULL_SPEED =
      new FeedOptions(0, false, false, 0, Duration.ofSeconds(20));

  @TempDir Path folder;
  private final List<JsonNode> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() {
    server =
        HttpServer.start(
            "X",
            "127.0.0.1",
            0,
            List.of(config -> config.routes.post("/topics/{topic}", this::produce)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void produce(Context ctx) throws Exception {
    if (refusals.getAndDecrement() > 0) {
      ctx.status(503);
      return;
    }
    StringBuilder offsets = new StringBuilder();
    for (JsonNode record : JSON.readTree(ctx.bodyAsBytes()).path("records")) {
      received.add(record.path("value"));
      boolean bad = record.path("value").path("event_type").asText().equals("bad");
      offsets
          .append(offsets.isEmpty() ? "" : ",")
          .append(bad ? "{\"error_code\":42203,\"error\":\"no good\"}" : "{\"offset\":1}");
    }
    ctx.result("{\"offsets\":[" + offsets + "]}");
  }

  private Path file(String... lines) throws Exception {
    return Files.writeString(folder.resolve("session.ndjson"), String.join("\n", lines) + "\n");
  }

  private static String event(int sequence, long timestamp) {
    return "{\"event_type\":\"test\",\"timestamp\":%d,\"event_id\":\"boot-%d\",\"server_id\":\"s1\",\"sequence\":%d}"
        .formatted(timestamp, sequence, sequence);
  }

  private FeedReport feed(Path file, FeedOptions options, FeedListener listener)
      throws InterruptedException {
    return new Feeder(
            HttpTarget.restProxy(server.url(), "game.events"), options, Clock.systemUTC(), listener)
        .feed(new Recording(file));
  }

  @Test
  void shouldSendEverythingInOrderWhenTheFileIsGood() throws Exception {
    // Given
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 1234; i++) {
      lines.add(event(i, 1795346255000L + i));
    }

    // When
    FeedReport report = feed(file(lines.toArray(String[]::new)), FULL_SPEED, FeedListener.SILENT);

    // Then
    assertThat(report.accepted()).isEqualTo(1234);
    assertThat(report.everythingTaken()).isTrue();
    assertThat(received)
        .extracting(e -> e.path("sequence").asInt())
        .hasSize(1234)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldReadTheSameWhenTheFileIsCompressed() throws Exception {
    // Given
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write((event(1, 1795346255000L) + "\n" + event(2, 1795346255001L)).getBytes());
    }
    Path file = Files.write(folder.resolve("session.gz"), bytes.toByteArray());

    // Then
    assertThat(feed(file, FULL_SPEED, FeedListener.SILENT).accepted()).isEqualTo(2);
  }

  @Test
  void shouldNameTheLinesAndSendTheRestWhenSomeAreBad() throws Exception {
    // Given
    Path file =
        file(
            event(1, 1795346255000L),
            "{broken",
            "",
            "[]",
            "{\"event_type\":\"test\"}",
            "{\"event_type\":\"bad\",\"timestamp\":1795346255}",
            event(2, 1795346256000L));
    List<String> told = new ArrayList<>();

    // When
    FeedReport report =
        feed(
            file,
            FULL_SPEED,
            new FeedListener() {
              @Override
              public void rejected(long line, String reason) {
                told.add(line + " " + reason);
              }
            });

    // Then
    assertThat(report.read()).isEqualTo(6);
    assertThat(report.accepted()).isEqualTo(2);
    assertThat(report.rejected()).isEqualTo(4);
    assertThat(report.everythingTaken()).isFalse();
    assertThat(told)
        .anySatisfy(t -> assertThat(t).startsWith("2 no JSON"))
        .contains("4 no JSON object", "6 no good")
        .anySatisfy(t -> assertThat(t).startsWith("5 timestamp is missing"));
  }

  @Test
  void shouldTryAgainWhenTheServerIsBusy() throws Exception {
    // Given
    refusals.set(2);

    // When
    FeedReport report = feed(file(event(1, 1795346255000L)), FULL_SPEED, FeedListener.SILENT);

    // Then
    assertThat(report.accepted()).isEqualTo(1);
    assertThat(received).hasSize(1);
  }

  @Test
  void shouldGiveUpWithOneLineWhenTheServerStaysAway() throws Exception {
    // Given
    refusals.set(Integer.MAX_VALUE);
    FeedOptions impatient = new FeedOptions(0, false, false, 0, Duration.ofMillis(300));

    // Then
    assertThatThrownBy(() -> feed(file(event(1, 1795346255000L)), impatient, FeedListener.SILENT))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("answers 503")
        .hasMessageContaining("given up");
  }

  @Test
  void shouldSayWhatIsThereWhenTheUrlIsNoWorlds() throws Exception {
    // Given
    Feeder feeder =
        new Feeder(
            HttpTarget.dispatch(server.url()), FULL_SPEED, Clock.systemUTC(), FeedListener.SILENT);
    Path file = file(event(1, 1795346255000L));

    // Then
    assertThatThrownBy(() -> feeder.feed(new Recording(file)))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("404");
  }

  @Test
  void shouldBeNewEventsOfNowWhenLive() throws Exception {
    // Given
    Path file =
        file(
            event(1, 1795346255000L),
            "{\"event_type\":\"trade_complete\",\"timestamp\":1795346255100,\"event_id\":\"boot-2\",\"payload\":{\"transaction_id\":\"t-9\"}}");
    long before = Clock.systemUTC().millis();

    // When
    feed(file, new FeedOptions(1, true, false, 0, Duration.ofSeconds(20)), FeedListener.SILENT);
    long after = Clock.systemUTC().millis();

    // Then
    assertThat(received).hasSize(2);
    assertThat(received.get(0).path("event_id").asText()).matches("live[0-9a-z]+-boot-1");
    assertThat(received.get(1).path("event_id").asText()).endsWith("-boot-2");
    assertThat(received.get(1).path("payload").path("transaction_id").asText()).endsWith("-t-9");
    assertThat(received.get(0).path("timestamp").asLong()).isBetween(before, after);
    assertThat(received.get(1).path("timestamp").asLong())
        .isEqualTo(received.get(0).path("timestamp").asLong() + 100);
  }

  @Test
  void shouldTickEverySecondOfTheSessionWhenItsClockIsFed() throws Exception {
    // Given
    Path file = file(event(1, 1795346255300L), event(2, 1795346257000L));

    // When
    FeedReport report =
        feed(file, new FeedOptions(0, false, true, 2, Duration.ofSeconds(20)), FeedListener.SILENT);

    // Then
    assertThat(received)
        .extracting(
            e -> e.path("event_type").asText() + " " + e.path("timestamp").asLong() % 100_000)
        .containsExactly(
            "clock_tick 55000",
            "test 55300",
            "clock_tick 56000",
            "clock_tick 57000",
            "test 57000",
            "clock_tick 58000",
            "clock_tick 59000",
            "clock_tick 60000");
    assertThat(received).allSatisfy(e -> assertThat(e.path("server_id").asText()).isEqualTo("s1"));
    assertThat(report.accepted()).isEqualTo(2);
    assertThat(report.ticks()).isEqualTo(6);
  }
}
