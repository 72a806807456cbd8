package midgard.schemas.serde;

import org.apache.avro.Schema;

/** Gives schemas their ids and finds them again: a schema registry, as far as serdes need one. */
public interface SchemaIds {

  /**
   * The id of a schema under a subject; registers it if the subject does not know it yet.
   *
   * @throws SchemaRegistryException when the registry refuses it or cannot be reached
   */
  int register(String subject, Schema schema);

  /**
   * The schema that was written with this id.
   *
   * @throws SchemaRegistryException when no such id exists or the registry cannot be reached
   */
  Schema byId(int id);
}
