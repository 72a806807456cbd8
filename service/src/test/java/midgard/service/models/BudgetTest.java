package midgard.service.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private static final Instant EVENING = Instant.parse("2026-11-22T22:30:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(EVENING);

  private Budget budget(ZoneId zone) {
    return new Budget(100, Clock.tickMillis(ZoneOffset.UTC), zone);
  }

  /** A clock that is set by hand. */
  private Clock clock(ZoneId zone) {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return clock(other);
      }

      @Override
      public Instant instant() {
        return now.get();
      }
    };
  }

  @Test
  void shouldCountWhatIsUnderWayWhenSeveralCallAtOnce() {
    Budget budget = budget(ZoneOffset.UTC);

    long let = IntStream.range(0, 20).parallel().filter(i -> budget.reserve(15)).count();

    assertThat(let).isEqualTo(6);
  }

  @Test
  void shouldGiveBackWhatACallDidNotCostWhenItIsSettled() {
    Budget budget = budget(ZoneOffset.UTC);
    budget.reserve(100);

    budget.settle(100, 30);

    assertThat(budget.spent()).isEqualTo(30);
    assertThat(budget.reserve(70)).isTrue();
    assertThat(budget.reserve(1)).isFalse();
  }

  @Test
  void shouldStartAnewWhenTheDayOfTheWorldsZoneTurns() {
    Budget budget = new Budget(100, clock(ZoneOffset.UTC), ZoneId.of("Europe/Berlin"));
    budget.reserve(100);
    budget.settle(100, 100);

    now.set(EVENING.plusSeconds(1800));

    assertThat(budget.reserve(100)).isTrue();
    assertThat(budget.day()).isEqualTo(LocalDate.parse("2026-11-23"));
  }

  @Test
  void shouldTakeOverWhatTheLedgerKnowsWhenItIsMore() {
    Budget budget = new Budget(100, clock(ZoneOffset.UTC), ZoneOffset.UTC);
    budget.remember(LocalDate.parse("2026-11-22"), 80);
    budget.remember(LocalDate.parse("2026-11-22"), 20);
    budget.remember(LocalDate.parse("2026-11-21"), 100);

    assertThat(budget.spent()).isEqualTo(80);
    assertThat(budget.reserve(21)).isFalse();
  }

  @Test
  void shouldRoundUpAndLoseNothingWhenCostsAreCountedAndShared() {
    assertThat(Price.ofUsd(.15, .60).of(1, 0)).isEqualTo(1);
    assertThat(Price.ofUsd(.15, .60).of(1_000_000, 1_000_000)).isEqualTo(750_000);
    for (long cost = 0; cost < 50; cost++) {
      for (int parts = 1; parts <= 5; parts++) {
        Charge whole = new Charge("xai", "grok", cost * 3, cost * 7, cost);
        long shared = whole.share(parts, true).costMicroUsd();
        shared += (parts - 1) * whole.share(parts, false).costMicroUsd();
        assertThat(shared).isEqualTo(cost);
      }
    }
  }

  @Test
  void shouldTakeADearPriceWhenAModelIsNotKnown() {
    assertThat(PriceTable.of(Provider.OPENAI, "gpt-4o-mini-2024-07-18"))
        .isEqualTo(Price.ofUsd(.15, .60));
    assertThat(PriceTable.of(Provider.OPENAI, "gpt-99")).isEqualTo(PriceTable.UNKNOWN);
    for (Provider provider : Provider.values()) {
      assertThat(PriceTable.of(provider, provider.model())).isNotEqualTo(PriceTable.UNKNOWN);
    }
  }
}
