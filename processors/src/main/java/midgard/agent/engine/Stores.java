package midgard.agent.engine;

import java.util.List;
import java.util.Optional;

/** Where one partition of a domain keeps its state: Kafka Streams stores, or memory in replay. */
public interface Stores {

  /** The bytes under a key of an agent's store. */
  Optional<byte[]> state(String store, String key);

  void putState(String store, String key, byte[] state);

  void removeState(String store, String key);

  void putWindow(String store, String key, long windowStart, byte[] window);

  /** One that is there already stays as it is, with the event that set it first. */
  void addTimer(Timer timer);

  void removeTimer(Timer timer);

  /**
   * The timers that are due at an instant, in the order of {@link Timer}; at most {@code limit}.
   * Who asks removes every one of them, and asks again until there are none.
   */
  List<Timer> dueTimers(long upTo, int limit);

  /** The time of the last tick; 0 when there was none. */
  long lastTick();

  void setLastTick(long time);
}
