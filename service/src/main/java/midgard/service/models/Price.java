package midgard.service.models;

/**
 * What a model takes.
 *
 * @param inputMicroUsd micro-USD for a million tokens that are sent
 * @param outputMicroUsd micro-USD for a million tokens that come back
 */
public record Price(long inputMicroUsd, long outputMicroUsd) {
  private static final long MILLION = 1_000_000;

  /** From dollars for a million tokens, as providers tell their prices. */
  public static Price ofUsd(double input, double output) {
    return new Price(Math.round(input * MILLION), Math.round(output * MILLION));
  }

  /** In micro-USD, rounded up: a budget that is rounded down is overdrawn. */
  public long of(long inputTokens, long outputTokens) {
    long parts =
        Math.addExact(
            Math.multiplyExact(inputTokens, inputMicroUsd),
            Math.multiplyExact(outputTokens, outputMicroUsd));
    return -Math.floorDiv(-parts, MILLION);
  }
}
