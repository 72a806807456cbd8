package midgard.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void shouldCountTheWholeDelayWhenOneStallHoldsTheNextUp() {
    // Given a schedule of 100 moments, 2 ms apart, of which the tenth takes 50 ms
    Latencies latencies = new Latencies();
    Schedule schedule = Schedule.of(500, Duration.ZERO, Duration.ofMillis(200));
    // When
    schedule.run(
        (number, intended) -> {
          if (number == 10) {
            long end = System.nanoTime() + 50_000_000;
            while (System.nanoTime() < end) {
              LockSupport.parkNanos(end - System.nanoTime());
            }
          }
          latencies.took(System.nanoTime() - intended, 1);
        });
    // Then the stalled one and those that should have gone meanwhile are late, not one alone
    assertThat(latencies.count()).isEqualTo(100);
    assertThat(latencies.millis(80)).isGreaterThan(2);
  }

  @Test
  void shouldKeepFailedAndLateOnesWhenPercentilesAreAsked() {
    // Given
    Latencies latencies = new Latencies();
    latencies.took(1_000_000, 98);
    // When
    latencies.late(1_500_000_000, 1);
    latencies.failed(30_000_000_000L, 1);
    // Then
    assertThat(latencies.count()).isEqualTo(100);
    assertThat(latencies.millis(99)).isCloseTo(1500, within(2.0));
    assertThat(latencies.millis(100)).isCloseTo(30_000, within(20.0));
    assertThat(latencies.late()).isEqualTo(1);
    assertThat(latencies.failed()).isEqualTo(1);
  }

  @Test
  void shouldLeaveOutTheWarmUpWhenAskedWhatCounts() {
    Schedule schedule = Schedule.of(1000, Duration.ofSeconds(2), Duration.ofSeconds(3));
    assertThat(schedule.moments()).isEqualTo(5000);
    assertThat(schedule.counts(1999)).isFalse();
    assertThat(schedule.counts(2000)).isTrue();
  }

  @Test
  void shouldForgetWhatTookLongWhenItCountedForNothing() {
    Results results = new Results();
    Latencies latencies = new Latencies();
    latencies.took(5_000_000_000L, 0);
    latencies.took(1_000_000, 1);

    latencies.put("visible_ms", results);

    assertThat(results.value("visible_ms.max")).hasValueCloseTo(1.0, within(0.1));
  }
}
