package midgard.topology.replay;

import java.util.Optional;
import midgard.schemas.change.Change;

/**
 * A change that a replay and {@code world.changes} do not have alike; one of them may not have it
 * at all.
 *
 * @param topic of the message that led to it
 */
public record Difference(
    String topic,
    int partition,
    long offset,
    Optional<Change> recorded,
    Optional<Change> replayed) {

  private Change any() {
    return replayed.or(this::recorded).orElseThrow();
  }

  /** The agent that concluded it. */
  public String agent() {
    return any().getAgent();
  }

  /** The chain's first event. */
  public String eventId() {
    return any().getCause().getEventId();
  }
}
