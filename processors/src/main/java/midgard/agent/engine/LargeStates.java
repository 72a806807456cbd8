package midgard.agent.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import midgard.schemas.serde.AvroCodec;
import org.apache.avro.specific.SpecificRecord;

/**
 * The large states that an agent worked on last, as records: the next rule of their key need not
 * have them read. What a rule left is not kept itself: it may hold a list that cannot be changed,
 * or the same record twice, and a rule would meet them here but not after a restart. Kept is a
 * copy, which is what reading the bytes would give. For one thread.
 */
final class LargeStates<S extends SpecificRecord> {
  /** Below this, to read a state costs hardly more than to copy it. */
  private static final int LARGE = 512;

  /**
   * Of bytes that the kept states were written as; as records they take some four times as much.
   */
  private static final int ROOM = 512 * 1024;

  private record Kept<S>(byte[] bytes, S state) {}

  private final AvroCodec<S> codec;
  private final Map<String, Kept<S>> oldestFirst = new LinkedHashMap<>();
  private int size;
  // Made for the first large state: most agents have none.
  private Optional<UnaryOperator<S>> copier;

  LargeStates(AvroCodec<S> codec) {
    this.codec = codec;
  }

  /**
   * Hands a state out for good.
   *
   * @return null when it is not here as these very bytes hold it
   */
  S take(String key, byte[] bytes) {
    if (bytes.length < LARGE) {
      return null;
    }
    Kept<S> kept = oldestFirst.remove(key);
    if (kept == null) {
      return null;
    }
    size -= kept.bytes().length;
    return kept.bytes() == bytes ? kept.state() : null;
  }

  /**
   * @param bytes what the store holds from now on
   */
  void keep(String key, byte[] bytes, S state) {
    if (bytes.length < LARGE) {
      return;
    }
    if (copier == null) {
      copier = codec.copier();
    }
    copier.ifPresent(copy -> keep(key, new Kept<>(bytes, copy.apply(state))));
  }

  private void keep(String key, Kept<S> kept) {
    Kept<S> before = oldestFirst.put(key, kept);
    size += kept.bytes().length - (before == null ? 0 : before.bytes().length);
    while (size > ROOM) {
      String oldest = oldestFirst.keySet().iterator().next();
      size -= oldestFirst.remove(oldest).bytes().length;
    }
  }
}
