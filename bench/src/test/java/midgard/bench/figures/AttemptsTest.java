package midgard.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Iterator;
import java.util.List;
import midgard.bench.figures.Attempts.Attempt;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  @Test
  void shouldMakeOneAttemptWhenItWasCalm() throws Exception {
    assertThat(made(1, 4, slow(0.5), fast(0.0)).all()).containsExactly(slow(0.5));
  }

  @Test
  void shouldMakeAnotherWhenTheHostTookTooMuch() throws Exception {
    // Given an attempt that was disturbed, and came out well
    Attempts<String> attempts = made(1, 4, fast(7.5), slow(0.5));
    // Then the calm one counts, and both are told
    assertThat(attempts.calmest()).containsExactly("slow");
    assertThat(attempts.all()).hasSize(2);
  }

  @Test
  void shouldStopWithTheCalmestWhenNoneIsCalm() throws Exception {
    Attempts<String> attempts = made(1, 3, fast(9.0), slow(2.0), fast(4.0), slow(0.0));
    assertThat(attempts.all()).hasSize(3);
    assertThat(attempts.calmest()).containsExactly("slow");
  }

  @Test
  void shouldGoOnUntilAsManyAreCalmWhenSeveralAreWanted() throws Exception {
    Attempts<String> attempts = made(2, 5, slow(0.5), fast(3.0), slow(1.0));
    assertThat(attempts.calmest()).containsExactly("slow", "slow");
    assertThat(attempts.stolenPercent()).isCloseTo(0.75, within(1e-9));
  }

  private static Attempt<String> slow(double stolenPercent) {
    return new Attempt<>("slow", stolenPercent);
  }

  private static Attempt<String> fast(double stolenPercent) {
    return new Attempt<>("fast", stolenPercent);
  }

  @SafeVarargs
  private static Attempts<String> made(int wanted, int most, Attempt<String>... attempts)
      throws Exception {
    Iterator<Attempt<String>> next = List.of(attempts).iterator();
    return Attempts.make(wanted, most, next::next);
  }
}
