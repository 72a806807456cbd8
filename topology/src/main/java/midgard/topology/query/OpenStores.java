package midgard.topology.query;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.StateStore;

/**
 * The stores of the partitions that this process works on, restored and open. Kafka Streams looks
 * all of its tasks through for every single read of a store; readers find it here in one step. Safe
 * for many threads.
 */
public final class OpenStores {
  private record Place(String store, int partition) {}

  private final Map<Place, StateStore> open = new ConcurrentHashMap<>();

  /** A partition is worked on from now on. */
  public void opened(int partition, StateStore store) {
    open.put(new Place(store.name(), partition), store);
  }

  /** It no longer is; another task may have opened it anew already. */
  public void closed(int partition, StateStore store) {
    open.remove(new Place(store.name(), partition), store);
  }

  /**
   * @throws WorldNotReady when nobody here works on it, or not yet
   */
  StateStore of(String store, int partition) {
    StateStore found = open.get(new Place(store, partition));
    if (found == null) {
      throw new WorldNotReady(null);
    }
    return found;
  }
}
