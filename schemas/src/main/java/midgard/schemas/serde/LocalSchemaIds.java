package midgard.schemas.serde;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Ids without a registry, counted from 1 in the order of registration: for offline replay and for
 * topologies that run without a broker.
 */
public final class LocalSchemaIds implements SchemaIds {
  private final List<Schema> schemas = new ArrayList<>();

  @Override
  public synchronized int register(String subject, Schema schema) {
    int index = schemas.indexOf(schema);
    if (index < 0) {
      schemas.add(schema);
      index = schemas.size() - 1;
    }
    return index + 1;
  }

  @Override
  public synchronized Schema byId(int id) {
    if (id < 1 || id > schemas.size()) {
      throw new SchemaRegistryException("No schema has the id " + id + ".", false, null);
    }
    return schemas.get(id - 1);
  }
}
