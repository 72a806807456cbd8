package midgard.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import midgard.schemas.event.EventJson;
import midgard.schemas.event.EventRejected;
import midgard.schemas.event.EventTypes;
import midgard.schemas.event.GameEvent;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private static Stream<GameEvent> traffic(TrafficOptions options, int events) {
    Traffic traffic = new Traffic(options);
    return Stream.generate(traffic::next).limit(events);
  }

  private static byte[] text(TrafficOptions options) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    traffic(options, 20_000).forEach(e -> bytes.writeBytes(EventText.of(e)));
    return bytes.toByteArray();
  }

  @Test
  void shouldGiveTheSameBytesWhenTheSeedIsTheSame() {
    assertThat(text(TrafficOptions.of(50, 7))).isEqualTo(text(TrafficOptions.of(50, 7)));
  }

  @Test
  void shouldGiveOtherEventsWhenTheSeedIsAnother() {
    assertThat(text(TrafficOptions.of(50, 7))).isNotEqualTo(text(TrafficOptions.of(50, 8)));
  }

  @Test
  void shouldHoldEveryRecordedTypeWhenLongEnough() {
    // Given, when
    Set<String> types = new HashSet<>();
    traffic(TrafficOptions.of(300, 1), 100_000).map(EventTypes::nameOf).forEach(types::add);
    // Then
    assertThat(types).containsExactlyInAnyOrderElementsOf(Recorded.load().types().keySet());
    assertThat(types).hasSize(27);
  }

  @Test
  void shouldSurviveItsJsonFormWhenReadAsFromAGameServer() {
    traffic(TrafficOptions.of(100, 3), 50_000)
        .forEach(
            event -> {
              try {
                assertThat(EventJson.read(EventText.of(event))).isEqualTo(event);
              } catch (EventRejected e) {
                throw new AssertionError(e.getMessage() + " in " + event, e);
              }
            });
  }

  @Test
  void shouldKeepTheRateWhenAskedForMoreThanPlayersUsuallyDo() {
    // Given
    TrafficOptions options = TrafficOptions.of(2000, 5).atRate(15_000);
    // When
    long events =
        traffic(options, 400_000).filter(e -> e.getTimestamp() < options.start() + 20_000).count();
    // Then
    assertThat(events).isCloseTo(300_000L, within(6000L));
  }

  @Test
  void shouldBeInOrderOfTimeWhenScenesOverlap() {
    long[] last = {0};
    traffic(TrafficOptions.of(100, 2), 50_000)
        .forEach(
            e -> {
              assertThat(e.getTimestamp()).isGreaterThanOrEqualTo(last[0]);
              last[0] = e.getTimestamp();
            });
  }
}
