package midgard.agents.economy;

import java.math.BigInteger;

/** Whole-number arithmetic that neither rounds in between nor overflows in between. */
final class Fixed {
  private Fixed() {}

  /**
   * {@code value * factor / divisor}, rounded half up.
   *
   * @param divisor positive
   * @throws ArithmeticException when the result does not fit
   */
  static long ratio(long value, long factor, long divisor) {
    if (Math.multiplyHigh(value, factor) == 0 && value * factor >= 0) {
      long product = value * factor;
      long whole = product / divisor;
      long rest = product % divisor;
      return rest >= divisor - rest ? whole + 1 : whole;
    }
    BigInteger by = BigInteger.valueOf(divisor);
    BigInteger[] parts =
        BigInteger.valueOf(value).multiply(BigInteger.valueOf(factor)).divideAndRemainder(by);
    BigInteger whole = parts[0];
    BigInteger rest = parts[1];
    if (rest.signum() < 0) {
      whole = whole.subtract(BigInteger.ONE);
      rest = rest.add(by);
    }
    return (rest.shiftLeft(1).compareTo(by) >= 0 ? whole.add(BigInteger.ONE) : whole)
        .longValueExact();
  }

  /** Whether {@code a * b > c * d}. */
  static boolean exceeds(long a, long b, long c, long d) {
    BigInteger left = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    return left.compareTo(BigInteger.valueOf(c).multiply(BigInteger.valueOf(d))) > 0;
  }
}
