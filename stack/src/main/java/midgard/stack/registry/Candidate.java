package midgard.stack.registry;

import java.util.List;
import java.util.OptionalInt;

/**
 * A schema as it comes in with a request.
 *
 * @param version asked for, only for imports and as a check
 * @param id asked for, only for imports
 */
record Candidate(
    String schema, List<SchemaReference> references, OptionalInt version, OptionalInt id) {
  Candidate {
    references = List.copyOf(references);
  }
}
