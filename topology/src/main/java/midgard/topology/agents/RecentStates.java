package midgard.topology.agents;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The states that were touched last, and the keys that were found to have none. A rule reads its
 * state for nearly every message: here that costs a look into a hash table, in Kafka Streams' own
 * cache a lock, the key's encoding and a search in a tree, and for an absent key a look into
 * RocksDB. Writes go to both, so what is here is what the store holds. For one thread.
 */
final class RecentStates {
  /** About what an entry takes beside its value and the characters of its key. */
  private static final int ENTRY_BYTES = 150;

  private static final byte[] NONE = {};

  private record Key(String agent, String key) {}

  private final Map<Key, byte[]> leastRecentFirst = new LinkedHashMap<>(16, 0.75f, true);
  private final long capacity;
  private long size;

  /**
   * @param capacity in bytes, about
   */
  RecentStates(long capacity) {
    this.capacity = capacity;
  }

  /**
   * @param store where an entry that is not here is looked for
   */
  Optional<byte[]> get(String agent, String key, Supplier<Optional<byte[]>> store) {
    Key of = new Key(agent, key);
    byte[] known = leastRecentFirst.get(of);
    if (known == null) {
      known = store.get().orElse(NONE);
      put(of, known);
    }
    return known == NONE ? Optional.empty() : Optional.of(known);
  }

  void put(String agent, String key, byte[] state) {
    put(new Key(agent, key), state);
  }

  /** The key has no state any more. */
  void remove(String agent, String key) {
    put(new Key(agent, key), NONE);
  }

  private void put(Key of, byte[] state) {
    byte[] before = leastRecentFirst.put(of, state);
    size += before == null ? size(of, state) : state.length - before.length;
    if (size > capacity) {
      makeRoom();
    }
  }

  private void makeRoom() {
    Iterator<Map.Entry<Key, byte[]>> eldest = leastRecentFirst.entrySet().iterator();
    while (size > capacity && eldest.hasNext()) {
      Map.Entry<Key, byte[]> out = eldest.next();
      size -= size(out.getKey(), out.getValue());
      eldest.remove();
    }
  }

  private static long size(Key key, byte[] state) {
    return ENTRY_BYTES + key.key().length() + state.length;
  }
}
