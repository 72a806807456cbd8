package midgard.topology.router;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import midgard.schemas.event.EventIdentity;
import midgard.schemas.event.GameEvent;
import midgard.schemas.router.BootState;
import midgard.schemas.serde.AvroCodec;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * Tells a repeat from news. Sequenced events are recognised exactly, however late they come: per
 * server and boot all up to a watermark are known, and above it the ranges that were seen, until 30
 * days after the boot's last event. Other ids are remembered for 24 hours from their arrival.
 */
final class Duplicates {
  static final Duration BOOT_KEPT_FOR = Duration.ofDays(30);
  static final Duration ID_KEPT_FOR = Duration.ofHours(24);
  private static final int BOOTS_AT_WORK = 256;
  private static final byte[] SEEN = {1};
  private static final byte END = 0;

  private final KeyValueStore<String, byte[]> boots;
  private final KeyValueStore<Bytes, Long> ranges;
  private final WindowStore<String, byte[]> ids;
  private final AvroCodec<BootState> codec;
  private final int schemaId;
  // What the store holds of the boots at work, read: each event would have it decoded otherwise.
  private final Map<String, BootState> atWork =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, BootState> eldest) {
          return size() > BOOTS_AT_WORK;
        }
      };
  private volatile long missing;

  Duplicates(
      KeyValueStore<String, byte[]> boots,
      KeyValueStore<Bytes, Long> ranges,
      WindowStore<String, byte[]> ids,
      AvroCodec<BootState> codec,
      int schemaId) {
    this.boots = boots;
    this.ranges = ranges;
    this.ids = ids;
    this.codec = codec;
    this.schemaId = schemaId;
    this.missing = countMissing();
  }

  /**
   * @param arrival when the log took the event in, ms UTC
   * @return whether the event is seen for the first time; it is remembered either way
   */
  boolean isNews(GameEvent event, long arrival) {
    Optional<EventIdentity.BootSequence> place = EventIdentity.sequenced(event);
    if (place.isPresent()) {
      String boot = event.getServerId() + (char) END + place.get().boot();
      return isNewSequence(boot, place.get().sequence(), arrival);
    }
    return isNewId(event.getEventId(), arrival);
  }

  private boolean isNewId(String id, long arrival) {
    try (WindowStoreIterator<byte[]> seen =
        ids.fetch(id, arrival - ID_KEPT_FOR.toMillis(), arrival)) {
      if (seen.hasNext()) {
        return false;
      }
    }
    ids.put(id, SEEN, arrival);
    return true;
  }

  private boolean isNewSequence(String boot, long sequence, long arrival) {
    BootState state = atWork.get(boot);
    if (state == null) {
      state = read(boot, arrival);
      atWork.put(boot, state);
    }
    if (sequence <= state.getWatermark()) {
      return false;
    }
    long missingBefore = missing(state);
    if (state.getRanges() == 0 && sequence == state.getWatermark() + 1) {
      state.setWatermark(sequence);
    } else if (!addToRanges(boot, state, sequence)) {
      return false;
    }
    state.setHighest(Math.max(state.getHighest(), sequence));
    state.setLastSeen(arrival);
    missing = missing + missing(state) - missingBefore;
    boots.put(boot, codec.encode(schemaId, state));
    return true;
  }

  private BootState read(String boot, long arrival) {
    byte[] stored = boots.get(boot);
    if (stored != null) {
      return codec.decode(stored);
    }
    forgetOldBoots(arrival);
    return new BootState(0L, 0L, 0L, 0, 0L);
  }

  private boolean addToRanges(String boot, BootState state, long sequence) {
    long start = sequence;
    long end = sequence;
    KeyValue<Bytes, Long> below = rangeAtOrBelow(boot, sequence);
    if (below != null && below.value >= sequence) {
      return false;
    }
    state.setSeenAbove(state.getSeenAbove() + 1);
    if (below != null && below.value == sequence - 1) {
      start = startOf(below.key);
      remove(below.key, state);
    }
    Bytes nextKey = rangeKey(boot, sequence + 1);
    Long next = ranges.get(nextKey);
    if (next != null) {
      end = next;
      remove(nextKey, state);
    }
    if (start == state.getWatermark() + 1) {
      state.setWatermark(end);
      state.setSeenAbove(state.getSeenAbove() - (end - start + 1));
    } else {
      ranges.put(rangeKey(boot, start), end);
      state.setRanges(state.getRanges() + 1);
    }
    return true;
  }

  private void remove(Bytes key, BootState state) {
    ranges.delete(key);
    state.setRanges(state.getRanges() - 1);
  }

  private KeyValue<Bytes, Long> rangeAtOrBelow(String boot, long sequence) {
    try (KeyValueIterator<Bytes, Long> found =
        ranges.reverseRange(rangeKey(boot, 0), rangeKey(boot, sequence))) {
      return found.hasNext() ? found.next() : null;
    }
  }

  private static Bytes rangeKey(String boot, long start) {
    byte[] prefix = boot.getBytes(StandardCharsets.UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(prefix.length + 1 + Long.BYTES)
            .put(prefix)
            .put(END)
            .putLong(start)
            .array());
  }

  private static long startOf(Bytes key) {
    return ByteBuffer.wrap(key.get(), key.get().length - Long.BYTES, Long.BYTES).getLong();
  }

  /**
   * Runs when a new boot appears, which is rare, so that no clock has to look through the store.
   */
  private void forgetOldBoots(long arrival) {
    List<String> old = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all = boots.all()) {
      while (all.hasNext()) {
        KeyValue<String, byte[]> boot = all.next();
        if (codec.decode(boot.value).getLastSeen() < arrival - BOOT_KEPT_FOR.toMillis()) {
          old.add(boot.key);
        }
      }
    }
    for (String boot : old) {
      boots.delete(boot);
      atWork.remove(boot);
      List<Bytes> keys = new ArrayList<>();
      try (KeyValueIterator<Bytes, Long> found =
          ranges.range(rangeKey(boot, 0), rangeKey(boot, Long.MAX_VALUE))) {
        found.forEachRemaining(range -> keys.add(range.key));
      }
      keys.forEach(ranges::delete);
    }
  }

  /**
   * Sequences that are missing up to now, over all boots of this partition. Safe for any thread.
   */
  long missing() {
    return missing;
  }

  private static long missing(BootState state) {
    return state.getHighest() - state.getWatermark() - state.getSeenAbove();
  }

  private long countMissing() {
    long sum = 0;
    try (KeyValueIterator<String, byte[]> all = boots.all()) {
      while (all.hasNext()) {
        sum += missing(codec.decode(all.next().value));
      }
    }
    return sum;
  }
}
