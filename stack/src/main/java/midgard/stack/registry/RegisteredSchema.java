package midgard.stack.registry;

import java.util.List;

/**
 * A schema under a subject.
 *
 * @param schema canonical text, without the types that come from references
 * @param deleted soft-deleted: found by id and on request, otherwise gone
 */
record RegisteredSchema(
    String subject,
    int version,
    int id,
    List<SchemaReference> references,
    String schema,
    boolean deleted) {

  RegisteredSchema {
    references = List.copyOf(references);
  }

  SubjectVersion key() {
    return new SubjectVersion(subject, version);
  }

  RegisteredSchema asDeleted() {
    return new RegisteredSchema(subject, version, id, references, schema, true);
  }

  /** Whether both are one schema and share an id: same text, same references. */
  boolean sameSchemaAs(String otherSchema, List<SchemaReference> otherReferences) {
    return schema.equals(otherSchema) && references.equals(otherReferences);
  }
}
