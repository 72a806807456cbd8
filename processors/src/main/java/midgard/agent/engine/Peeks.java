package midgard.agent.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import midgard.agent.StateOf;
import midgard.schemas.serde.AvroCodec;
import midgard.schemas.serde.SchemaIds;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads what other agents of the domain keep under a key. What one of them has worked on for the
 * same message is not read again; it is gone with the message, so nothing outlives a restart.
 */
final class Peeks {
  private static final class Peeked<T extends SpecificRecord> {
    private final AvroCodec<T> codec;
    private final String id;
    private InboxRecord record;
    private String key;
    private SpecificRecord latest;

    Peeked(StateOf<T> of, SchemaIds ids) {
      this.codec = new AvroCodec<>(of.type(), ids);
      this.id = of.id();
    }

    boolean isOf(Moment moment, String key) {
      return record == moment.record() && key.equals(this.key);
    }
  }

  private final SchemaIds ids;
  private final Map<StateOf<?>, Peeked<?>> peeked = new HashMap<>();

  Peeks(SchemaIds ids) {
    this.ids = ids;
  }

  /** A state as an agent has just left it, in the store too. */
  void put(StateOf<?> of, Moment moment, String key, SpecificRecord state) {
    Peeked<?> kept = peeked.get(of);
    if (kept != null) {
      kept.record = moment.record();
      kept.key = key;
      kept.latest = state;
    }
  }

  @SuppressWarnings("unchecked")
  <T extends SpecificRecord> T read(StateOf<T> of, Moment moment, String key) {
    Peeked<T> kept = (Peeked<T>) peeked.computeIfAbsent(of, other -> new Peeked<>(other, ids));
    if (kept.isOf(moment, key)) {
      return of.type().cast(kept.latest);
    }
    Optional<byte[]> found;
    try {
      found = moment.stores().state(kept.id, key);
    } catch (RuntimeException e) {
      throw new StoreFailure(e);
    }
    return found.map(kept.codec::decode).orElseGet(of::initial);
  }
}
