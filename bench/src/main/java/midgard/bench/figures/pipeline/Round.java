package midgard.bench.figures.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What one round came to.
 *
 * @param events sent
 * @param seconds from the first that was sent to the last consequence that was worked off
 * @param deliveries inbox messages that the router made of the events
 * @param inboxRecords that the inboxes grew by: deliveries, signals, ticks and commit markers
 * @param changes that {@code world.changes} grew by
 */
record Round(long events, double seconds, long deliveries, long inboxRecords, long changes) {
  @JsonIgnore
  double eventsPerSecond() {
    return events / seconds;
  }

  @JsonIgnore
  double inboxPerSecond() {
    return inboxRecords / seconds;
  }
}
