package midgard.service.models;

/** What a call cost, or may have cost when its answer was not waited for. */
record Charge(
    String provider, String model, long inputTokens, long outputTokens, long costMicroUsd) {
  /** Nobody was asked. */
  static final Charge NOTHING = new Charge("", "", 0, 0, 0);

  /**
   * One of several equal parts.
   *
   * @param first whether it is the part that takes what does not divide
   */
  Charge share(int parts, boolean first) {
    return new Charge(
        provider,
        model,
        share(inputTokens, parts, first),
        share(outputTokens, parts, first),
        share(costMicroUsd, parts, first));
  }

  private static long share(long whole, int parts, boolean first) {
    return whole / parts + (first ? whole % parts : 0);
  }
}
