package midgard.agent.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import midgard.agent.StateOf;
import midgard.schemas.serde.AvroCodec;
import midgard.schemas.serde.SchemaIds;
import org.apache.avro.specific.SpecificRecord;

/** Reads what other agents of the domain keep under a key. */
final class Peeks {
  private final SchemaIds ids;
  private final Map<StateOf<?>, AvroCodec<?>> codecs = new HashMap<>();

  Peeks(SchemaIds ids) {
    this.ids = ids;
  }

  @SuppressWarnings("unchecked")
  <T extends SpecificRecord> T read(StateOf<T> of, String key, Stores stores) {
    Optional<byte[]> found;
    try {
      found = stores.state(of.id(), key);
    } catch (RuntimeException e) {
      throw new StoreFailure(e);
    }
    AvroCodec<T> codec =
        (AvroCodec<T>) codecs.computeIfAbsent(of, other -> new AvroCodec<>(other.type(), ids));
    return found.map(codec::decode).orElseGet(of::initial);
  }
}
