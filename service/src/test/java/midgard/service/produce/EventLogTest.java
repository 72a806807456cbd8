package midgard.service.produce;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import midgard.schemas.event.EventJson;
import midgard.schemas.event.EventRejected;
import midgard.schemas.event.GameEvent;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.topic.TopicSettings;
import midgard.schemas.topic.Topics;
import org.apache.kafka.common.errors.RetriableException;
import org.junit.jupiter.api.Test;

class EventLogTest {
  private static final String EVENT =
      "{\"event_type\":\"player_login\",\"timestamp\":1732628400000,\"player_id\":1}";

  @Test
  void shouldAskForTheEventAgainWhenTheWorldStops() throws EventRejected {
    // Given
    LocalSchemaIds ids = new LocalSchemaIds();
    Topics topics = new Topics(TopicSettings.LOCAL, ids);
    EventLog log = EventLog.open("127.0.0.1:1", topics.gameEvents(), ids, new MetricRegistry());
    GameEvent event = EventJson.read(EVENT.getBytes(StandardCharsets.UTF_8));
    log.close();

    // When
    CompletableFuture<?> appended = log.batch().append(event);

    // Then
    assertThat(appended)
        .isCompletedExceptionally()
        .failsWithin(java.time.Duration.ZERO)
        .withThrowableOfType(java.util.concurrent.ExecutionException.class)
        .withCauseInstanceOf(RetriableException.class)
        .withMessageContaining("send the event again");
  }
}
