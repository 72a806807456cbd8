package midgard.agent;

import java.time.Duration;
import midgard.schemas.Domain;
import org.apache.avro.specific.SpecificRecord;

/**
 * A series of tumbling windows per key, written when they close and kept for a while to be asked
 * for; declared by {@link Agent#writes}. Windows that are still open live in the agent's state.
 *
 * @param store the name of the window store
 */
public record WindowSeries<W extends SpecificRecord>(
    Domain domain, String store, Duration size, Duration retention, Class<W> type) {

  /**
   * A series of an agent.
   *
   * @param name tells the agent's series apart: {@code 1m}
   */
  public static <W extends SpecificRecord> WindowSeries<W> of(
      StateOf<?> agent, String name, Duration size, Duration retention, Class<W> type) {
    return new WindowSeries<>(agent.domain(), agent.id() + "-" + name, size, retention, type);
  }

  /** The start of the window that holds an instant, both in ms UTC. */
  public long startOf(long time) {
    return Math.floorDiv(time, size.toMillis()) * size.toMillis();
  }

  /** The first instant after the window that starts here. */
  public long endOf(long start) {
    return start + size.toMillis();
  }
}
