package midgard.bench.figures.pipeline;

/**
 * What one round came to.
 *
 * @param events sent
 * @param seconds from the first that was sent to the last consequence that was worked off
 * @param inboxRecords that the inboxes grew by, the clock's ticks and commit markers included
 * @param changes that {@code world.changes} grew by
 */
record Round(long events, double seconds, long inboxRecords, long changes) {
  double eventsPerSecond() {
    return events / seconds;
  }

  double inboxPerSecond() {
    return inboxRecords / seconds;
  }
}
