package midgard.topology.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import midgard.schemas.serde.SchemaIds;
import org.apache.avro.Schema;

/**
 * Schema ids that leave no trace: recorded ids are looked up where the log came from, and a schema
 * that is to be written gets the id under which the log was seen to hold it, else one of its own.
 * So a replay writes the recorded bytes and registers nothing. For one thread.
 */
public final class ReplaySchemaIds implements SchemaIds {
  private final SchemaIds recorded;
  private final Map<Integer, Schema> seen = new LinkedHashMap<>();
  // Counted down from here: registries count up from 1.
  private int next = Integer.MAX_VALUE;

  /**
   * @param recorded knows the ids that the log holds; never asked to register one
   */
  public ReplaySchemaIds(SchemaIds recorded) {
    this.recorded = recorded;
  }

  @Override
  public int register(String subject, Schema schema) {
    for (Map.Entry<Integer, Schema> entry : seen.entrySet()) {
      if (entry.getValue().equals(schema)) {
        return entry.getKey();
      }
    }
    seen.put(next, schema);
    return next--;
  }

  @Override
  public Schema byId(int id) {
    return seen.computeIfAbsent(id, recorded::byId);
  }
}
