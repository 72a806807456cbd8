package midgard.bench.figures;

/**
 * Whether what was sent is what arrived, by the world's own counters over the time of a figure.
 *
 * @param sent events that were made and sent
 * @param accepted events that the answers counted as accepted
 * @param appended records that the world's producer has appended
 * @param routed events that the router has let through
 */
record IntakeCheck(
    long sent, long accepted, long appended, long routed, long duplicates, long rejected) {

  static IntakeCheck of(Scrape before, Scrape after, long sent, long accepted) {
    return new IntakeCheck(
        sent,
        accepted,
        grown("midgard_produce_appended_total", before, after),
        grown("midgard_router_accepted_total", before, after),
        grown("midgard_router_duplicates_total", before, after),
        grown("midgard_router_rejected_total", before, after));
  }

  private static long grown(String counter, Scrape before, Scrape after) {
    return Math.round(after.value(counter) - before.value(counter));
  }

  /**
   * @throws FigureRefused when the counts differ
   */
  void require() throws FigureRefused {
    boolean whole = accepted == sent && appended == sent && routed == sent;
    if (!whole || duplicates != 0 || rejected != 0) {
      throw new FigureRefused(
          "of %d events sent, %d were accepted, %d appended and %d routed; %d duplicates, %d rejected"
              .formatted(sent, accepted, appended, routed, duplicates, rejected));
    }
  }
}
