package midgard.service.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The recorded session into a real world, twice. */
@ExtendWith(RunningService.class)
class RecordedSessionTest {
  private static final Path SESSION = Path.of("..", "samples", "rathena-session.ndjson.gz");
  private static final long EVENTS = 5274;

  private static FeedReport feed(HttpTarget target) throws InterruptedException {
    FeedOptions options = new FeedOptions(0, false, false, 0, Duration.ofSeconds(60));
    return new Feeder(target, options, Clock.systemUTC(), FeedListener.SILENT)
        .feed(new Recording(SESSION));
  }

  private static long counted(Service service, String counter) {
    return service.parts().metrics().counter(counter).getCount();
  }

  @Test
  void shouldTakeEachEventOnceWhenTheSessionIsFedTwice(Service service) throws Exception {
    // Given
    long accepted = counted(service, "router.accepted");
    long duplicates = counted(service, "router.duplicates");

    // When
    FeedReport first = feed(HttpTarget.restProxy(service.url(), service.eventTopic()));
    FeedReport second = feed(HttpTarget.dispatch(service.url()));

    // Then
    assertThat(first.accepted()).isEqualTo(EVENTS);
    assertThat(second.accepted() + second.duplicate()).isEqualTo(EVENTS);
    assertThat(first.rejected() + second.rejected()).isZero();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(counted(service, "router.duplicates") - duplicates).isEqualTo(EVENTS));
    assertThat(counted(service, "router.accepted") - accepted).isEqualTo(EVENTS);
  }
}
