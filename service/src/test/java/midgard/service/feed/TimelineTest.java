package midgard.service.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {
  private static final long FIRST = 10_000;
  private static final long LAST = 70_000;
  private static final long START = 1_000_000;

  @ParameterizedTest
  @CsvSource({
    // speed, live, event time -> sent after, stamp
    "1,false,10000,0,10000",
    "1,false,40000,30000,40000",
    "4,false,50000,10000,50000",
    "0,false,70000,0,70000",
    "1,true,10000,0,1000000",
    "1,true,40000,30000,1030000",
    "4,true,50000,10000,1010000",
    "0.5,true,20000,20000,1020000",
    "0,true,10000,0,940000",
    "0,true,70000,0,1000000"
  })
  void shouldSendAndStampByThePaceWhenEventsAreFed(
      double speed, boolean live, long time, long sendAfter, long stamp) {
    // Given
    Timeline timeline = new Timeline(FIRST, LAST, START, speed, live);

    // Then
    assertThat(timeline.sendAfter(time)).isEqualTo(sendAfter);
    assertThat(timeline.stamp(time)).isEqualTo(stamp);
  }

  @Test
  void shouldNeverStampTheFutureWhenLive() {
    for (double speed : new double[] {0, 0.5, 1, 4, 100}) {
      Timeline timeline = new Timeline(FIRST, LAST, START, speed, true);
      for (long time = FIRST; time <= LAST; time += 997) {
        assertThat(timeline.stamp(time)).isLessThanOrEqualTo(START + timeline.sendAfter(time));
      }
    }
  }
}
