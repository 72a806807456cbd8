package midgard.agents.economysocial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.schemas.economysocial.Good;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class PriceStepsPropertyTest {
  private static final long HOUR = 3_600_000;

  record Step(int hoursLater, int milli, boolean up, boolean failed) {}

  /** When a price began to hold. */
  record Held(long from, long price) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 14),
            Arbitraries.integers().between(0, 1000),
            Arbitraries.of(true, true, true, false),
            Arbitraries.of(false, false, false, true))
        .as(Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(60);
  }

  @Property
  void shouldKeepEveryBoundWhenPricesMoveInAnyOrder(
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long base,
      @ForAll("steps") List<Step> steps) {
    Good good = new Good(501, base, base, new ArrayList<>(), 0L, 0L);
    List<Held> history = new ArrayList<>(List.of(new Held(0, base)));
    long now = 0;
    for (Step step : steps) {
      now += step.hoursLater() * HOUR;
      long old = good.getPrice();

      long price = PriceSteps.next(good, step.milli(), step.up(), now);

      assertThat(price).isBetween(Math.max(1, (base + 1) / 2), 3 * base);
      assertThat(Math.abs(price - old) * 5).isLessThanOrEqualTo(old);
      assertThat(step.up() ? price >= old : price <= old).isTrue();
      for (Held held : heldWithinADay(history, now)) {
        assertThat(Math.abs(price - held.price()) * 10).isLessThanOrEqualTo(held.price() * 3);
      }
      if (price != old) {
        PriceSteps.take(good, price, now);
        if (step.failed()) {
          assertThat(PriceSteps.takeBack(good, price, now)).isTrue();
          assertThat(good.getPrice()).isEqualTo(old);
        } else {
          history.add(new Held(now, price));
        }
      }
      assertThat(good.getSteps()).hasSizeLessThanOrEqualTo(24);
    }
  }

  private static List<Held> heldWithinADay(List<Held> history, long now) {
    List<Held> held = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      long until = i + 1 < history.size() ? history.get(i + 1).from() : Long.MAX_VALUE;
      if (until > now - 24 * HOUR) {
        held.add(history.get(i));
      }
    }
    return held;
  }
}
