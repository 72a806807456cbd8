package midgard.agent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SeedTest {
  private static final long FIVE_SECONDS = 5000;
  private static final long NOON = 1_795_435_200_000L;

  @Property
  void shouldGiveEachKeyATurnInEveryPeriodWhateverTheTime(
      @ForAll @StringLength(max = 20) String key,
      @ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long now,
      @ForAll @LongRange(min = 1, max = 86_400_000L) long period) {
    assertThat(Seed.nextTurn(key, now, period)).isBetween(now + 1, now + period);
  }

  @Property
  void shouldComeRoundAfterExactlyOnePeriodWhenATurnIsOver(
      @ForAll @StringLength(max = 20) String key,
      @ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long now,
      @ForAll @LongRange(min = 1, max = 86_400_000L) long period) {
    long turn = Seed.nextTurn(key, now, period);

    assertThat(Seed.nextTurn(key, turn, period)).isEqualTo(turn + period);
  }

  @Test
  void shouldSpreadPlayersOverTheTicksWhenTheirNumbersFollowOneAnother() {
    Map<Long, Long> players =
        LongStream.range(150_000, 152_000)
            .mapToObj(Long::toString)
            .map(key -> (Seed.nextTurn(key, NOON, FIVE_SECONDS) - NOON - 1) / 1000)
            .collect(Collectors.groupingBy(s -> s, TreeMap::new, Collectors.counting()));

    // 400 for each of five ticks, four standard deviations of 18 either way.
    assertThat(players.values()).hasSize(5).allSatisfy(n -> assertThat(n).isBetween(328L, 472L));
  }
}
