package midgard.agents.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import midgard.schemas.world.Bucket;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {
  private static final long NOW = 1_000 * 60_000L;
  private static final SlidingWindow HOUR = new SlidingWindow(Duration.ofMinutes(1), 60);

  @Test
  void shouldCountTheRunningMinuteAndThe59BeforeWhenAskedForTheLastHour() {
    List<Bucket> counts = new ArrayList<>();
    HOUR.add(counts, NOW, NOW);
    HOUR.add(counts, NOW - 59 * 60_000, NOW);

    assertThat(HOUR.add(counts, NOW - 59 * 60_000 - 1, NOW)).isFalse();
    assertThat(HOUR.sum(counts, NOW + 59_999)).isEqualTo(2);
    assertThat(HOUR.sum(counts, NOW + 60_000)).isEqualTo(1);
    assertThat(HOUR.sum(counts, NOW + 60 * 60_000)).isZero();
  }

  @Test
  void shouldKeepEachEventInItsMinuteWhenTheClockHasStoodStill() {
    List<Bucket> counts = new ArrayList<>();

    HOUR.add(counts, NOW + 7_200_000, NOW);
    HOUR.add(counts, NOW + 3_600_000, NOW);

    assertThat(HOUR.sum(counts, NOW + 7_200_000)).isEqualTo(1);
  }

  @Property(tries = 300)
  void shouldHoldExactlyTheEventsOfTheWindowWhenTheyComeInAnyOrder(
      @ForAll @Size(max = 80) List<@IntRange(min = 0, max = 10_000_000) Integer> ages,
      @ForAll @IntRange(min = 0, max = 7_200_000) int later,
      @ForAll long order) {
    List<Integer> shuffled = new ArrayList<>(ages);
    Collections.shuffle(shuffled, new Random(order));
    List<Bucket> counts = new ArrayList<>();
    List<Bucket> reordered = new ArrayList<>();
    ages.forEach(age -> HOUR.add(counts, NOW - age, NOW));
    shuffled.forEach(age -> HOUR.add(reordered, NOW - age, NOW));

    long now = NOW + later;
    long from = Math.floorDiv(now, 60_000) * 60_000 - 59 * 60_000;
    long expected = ages.stream().filter(age -> NOW - age >= from).count();

    assertThat(HOUR.sum(counts, now)).isEqualTo(expected);
    assertThat(reordered).isEqualTo(counts);
    HOUR.expire(counts, now);
    assertThat(counts.stream().mapToLong(Bucket::getCount).sum()).isEqualTo(expected);
    assertThat(counts).hasSizeLessThanOrEqualTo(60);
  }
}
