package midgard.service.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import midgard.service.http.HttpServer;
import org.junit.jupiter.api.Test;

class SlowListenerTest {
  private static final String LONG = "x".repeat(10_000);

  @Test
  void shouldBeToldAndStartAfreshWhenAListenerLags() throws Exception {
    MetricRegistry metrics = new MetricRegistry();
    try (LiveAudience audience =
            new LiveAudience(() -> Map.of("ready", true), 10, Clock.systemUTC(), metrics);
        HttpServer server =
            HttpServer.start(
                "AI_SERVICE_PORT", "127.0.0.1", 0, List.of(new LiveSocket(audience, true)));
        Listener deaf = Listener.deaf(server.url() + "/ws")) {
      // Given: more than the queue and the network between can hold
      for (int i = 0; i < 20 * LiveClient.QUEUE; i++) {
        audience.changed(List.of(change(i)));
      }

      // When
      deaf.read();

      // Then
      assertThat(deaf.nextOfType("lagging").get("data").get("dropped").asLong()).isPositive();
      assertThat(deaf.nextOfType("snapshot").get("data").get("ready").asBoolean()).isTrue();
      assertThat(metrics.counter("ws.lagging").getCount()).isPositive();
    }
  }

  @Test
  void shouldRefuseOneMoreWhenTheRoomIsFull() throws Exception {
    try (LiveAudience audience =
            new LiveAudience(Map::of, 1, Clock.systemUTC(), new MetricRegistry());
        HttpServer server =
            HttpServer.start(
                "AI_SERVICE_PORT", "127.0.0.1", 0, List.of(new LiveSocket(audience, true)));
        Listener first = Listener.connect(server.url() + "/ws")) {
      first.next();

      try (Listener second = Listener.connect(server.url() + "/ws")) {
        assertThat(second.closedWith()).isEqualTo(1013);
      }
    }
  }

  private static LiveChange change(long offset) {
    return new LiveChange(
        0, offset, "map_activity", "{\"type\":\"change\",\"data\":{\"row\":\"" + LONG + "\"}}");
  }
}
