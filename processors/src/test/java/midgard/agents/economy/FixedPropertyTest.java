package midgard.agents.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class FixedPropertyTest {
  @Property
  void shouldBeTheExactQuotientRoundedHalfUpWhenItFits(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long value,
      @ForAll @LongRange(min = 0, max = 1_000_000) long factor,
      @ForAll @LongRange(min = 1_000_000, max = 1_000_000_000_000L) long divisor) {
    assertThat(Fixed.ratio(value, factor, divisor))
        .isEqualTo(
            BigDecimal.valueOf(value)
                .multiply(BigDecimal.valueOf(factor))
                .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP)
                .longValueExact());
  }

  @Example
  void shouldRoundHalvesUpWhenNegative() {
    assertThat(Fixed.ratio(-5, 1, 2)).isEqualTo(-2);
    assertThat(Fixed.ratio(-7, 1, 4)).isEqualTo(-2);
    assertThat(Fixed.ratio(-4, 1, 2)).isEqualTo(-2);
    assertThat(Fixed.ratio(5, 1, 2)).isEqualTo(3);
  }

  @Example
  void shouldFailWhenTheResultDoesNotFit() {
    assertThatThrownBy(() -> Fixed.ratio(Long.MAX_VALUE, 1000, 1))
        .isInstanceOf(ArithmeticException.class);
  }

  @Example
  void shouldCompareProductsWhenTheyOverflow() {
    assertThat(Fixed.exceeds(Long.MAX_VALUE, 1000, Long.MAX_VALUE, 999)).isTrue();
    assertThat(Fixed.exceeds(3, 1000, 3, 1000)).isFalse();
  }
}
