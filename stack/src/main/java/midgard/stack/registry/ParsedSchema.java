package midgard.stack.registry;

import java.util.List;
import org.apache.avro.Schema;

/**
 * A schema that was understood.
 *
 * @param avro with all types that came from references
 * @param canonical its text in Avro's own form, without the types that came from references
 */
record ParsedSchema(Schema avro, String canonical, List<SchemaReference> references) {
  ParsedSchema {
    references = List.copyOf(references);
  }

  /** Its text with all types written out. */
  String resolved() {
    return avro.toString();
  }
}
