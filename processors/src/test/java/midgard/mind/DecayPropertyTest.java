package midgard.mind;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DecayPropertyTest {
  private static final long DAY = 86_400_000L;

  @Property
  void shouldGiveTheSameWhenLookedAtInBetween(
      @ForAll @IntRange(min = -100_000, max = 100_000) int value,
      @ForAll @IntRange(max = 2_000_000_000) int until,
      @ForAll @IntRange(max = 2_000_000_000) int look) {
    long now = Math.max(until, look);
    long between = Math.min(until, look);
    int then = Decay.left(value, 0, between);

    assertThat(Decay.left(then, Decay.reckonedTo(0, between), now))
        .isEqualTo(Decay.left(value, 0, now));
  }

  @Test
  void shouldLoseAHundredthWhenADayHasPassed() {
    assertThat(Decay.left(50_000, 0, DAY - 1)).isEqualTo(50_000);
    assertThat(Decay.left(50_000, 0, DAY)).isEqualTo(49_500);
    assertThat(Decay.left(-50_000, 0, 2 * DAY)).isEqualTo(-49_005);
    assertThat(Decay.left(100_000, 0, 100_000 * DAY)).isZero();
    assertThat(Decay.left(7000, 5 * DAY, 0)).isEqualTo(7000);
  }

  @Test
  void shouldCallByTheVisitsWhenAWordIsAskedFor() {
    assertThat(Acquaintance.of(0).word()).isEqualTo("stranger");
    assertThat(Acquaintance.of(2).word()).isEqualTo("stranger");
    assertThat(Acquaintance.of(3).word()).isEqualTo("acquaintance");
    assertThat(Acquaintance.of(11).word()).isEqualTo("friend");
    assertThat(Acquaintance.of(30).word()).isEqualTo("friend");
    assertThat(Acquaintance.of(31).word()).isEqualTo("close friend");
  }
}
