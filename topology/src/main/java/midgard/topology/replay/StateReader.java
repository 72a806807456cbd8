package midgard.topology.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import midgard.agent.Agent;
import midgard.agent.WindowSeries;
import midgard.schemas.serde.AvroCodec;
import midgard.schemas.serde.SchemaIds;
import org.apache.avro.specific.SpecificRecord;

/** Shows the bytes of states and windows as the records they are. */
public final class StateReader {
  private final Map<String, AvroCodec<?>> codecs = new HashMap<>();

  public StateReader(List<Agent<?>> agents, SchemaIds ids) {
    for (Agent<?> agent : agents) {
      codecs.put(agent.id(), new AvroCodec<>(agent.handle().type(), ids));
      for (WindowSeries<?> series : agent.windowSeries()) {
        codecs.put(series.store(), new AvroCodec<>(series.type(), ids));
      }
    }
  }

  /** A state or window of a key; what all keys share is not for it. */
  public SpecificRecord read(String store, byte[] bytes) {
    return (SpecificRecord) codecs.get(store).decode(bytes);
  }
}
