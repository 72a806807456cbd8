package midgard.stack.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import midgard.stack.registry.SchemaStore.Deleted;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/** From text and references to an Avro schema. */
final class SchemaParsing {
  private static final Comparator<SchemaReference> REFERENCE_ORDER =
      Comparator.comparing(SchemaReference::target).thenComparing(SchemaReference::name);

  private final SchemaStore store;

  SchemaParsing(SchemaStore store) {
    this.store = store;
  }

  /**
   * A schema that is to be registered or compared; names and default values must be valid.
   *
   * @param normalize whether schemas that differ only in the order of their own properties or of
   *     their references are to be the same
   */
  ParsedSchema parseNew(Candidate candidate, boolean normalize) {
    if (candidate.schema().isBlank()) {
      throw RegistryError.invalidSchema("Empty schema");
    }
    Schema.Parser parser =
        new Schema.Parser(NameValidator.STRICT_VALIDATOR).setValidateDefaults(true);
    if (!normalize) {
      return parse(parser, candidate.schema(), candidate.references());
    }
    List<SchemaReference> sorted =
        candidate.references().stream().distinct().sorted(REFERENCE_ORDER).toList();
    ParsedSchema parsed = parse(parser, candidate.schema(), sorted);
    return new ParsedSchema(parsed.avro(), NormalForm.of(parsed.canonical()), parsed.references());
  }

  /** A schema that is registered already; what was valid once stays readable. */
  ParsedSchema parseStored(RegisteredSchema schema) {
    Schema.Parser parser =
        new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false);
    return parse(parser, schema.schema(), schema.references());
  }

  private ParsedSchema parse(Schema.Parser parser, String text, List<SchemaReference> references) {
    try {
      parseReferences(parser, references, new LinkedHashSet<>());
      List<Schema> referenced = new ArrayList<>(parser.getTypes().values());
      Schema schema = parser.parse(text);
      return new ParsedSchema(schema, schema.toString(referenced, false), references);
    } catch (RegistryError e) {
      throw e;
    } catch (RuntimeException e) {
      // The parser reports broken schemas by exceptions of many kinds.
      throw RegistryError.invalidSchema("Invalid schema of type AVRO, details: " + e.getMessage());
    }
  }

  private void parseReferences(
      Schema.Parser parser, List<SchemaReference> references, Set<SubjectVersion> done) {
    for (SchemaReference reference : references) {
      RegisteredSchema target =
          store
              .find(reference.target(), Deleted.INCLUDED)
              .orElseThrow(
                  () ->
                      RegistryError.invalidSchema(
                          "Invalid schema of type AVRO, details: No schema reference found for subject \"%s\" and version %d"
                              .formatted(reference.subject(), reference.version())));
      if (done.add(target.key())) {
        parseReferences(parser, target.references(), done);
        parser.parse(target.schema());
      }
    }
  }
}
