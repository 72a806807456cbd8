package midgard.schemas.serde;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;

/**
 * Copies records of one schema: every record and list in them anew, lists as plain ones; text and
 * numbers, which cannot be changed, are shared. So a copy is what reading the written record would
 * give, in half the time.
 */
final class RecordCopy {
  private enum Kind {
    SHARED,
    RECORD,
    LIST,
    LIST_OF_RECORDS
  }

  private final Schema schema;
  private final SpecificData.InstanceSupplier made;
  private final Map<String, RecordCopy> byName;
  private final Kind[] kinds;

  /**
   * @throws IllegalArgumentException when a field holds what may differ from what is read of it: a
   *     logical type, bytes, a map
   */
  RecordCopy(Schema schema, SpecificData data) {
    this(schema, data, new HashMap<>());
  }

  private RecordCopy(Schema schema, SpecificData data, Map<String, RecordCopy> byName) {
    this.schema = schema;
    this.made = data.getNewRecordSupplier(schema);
    this.byName = byName;
    byName.put(schema.getFullName(), this);
    this.kinds =
        schema.getFields().stream().map(field -> kind(field.schema(), data)).toArray(Kind[]::new);
  }

  private Kind kind(Schema type, SpecificData data) {
    if (type.getLogicalType() != null) {
      throw differs(type);
    }
    return switch (type.getType()) {
      case RECORD -> {
        if (!byName.containsKey(type.getFullName())) {
          new RecordCopy(type, data, byName);
        }
        yield Kind.RECORD;
      }
      case ARRAY ->
          kind(type.getElementType(), data) == Kind.RECORD ? Kind.LIST_OF_RECORDS : Kind.LIST;
      case UNION ->
          type.getTypes().stream()
              .map(branch -> kind(branch, data))
              .reduce(Kind.SHARED, (one, other) -> other == Kind.SHARED ? one : other);
      case MAP, BYTES, FIXED -> throw differs(type);
      default -> Kind.SHARED;
    };
  }

  private static IllegalArgumentException differs(Schema type) {
    return new IllegalArgumentException("A copy of %s may differ from its bytes.".formatted(type));
  }

  IndexedRecord of(IndexedRecord record) {
    IndexedRecord copy = (IndexedRecord) made.newInstance(null, schema);
    for (int place = 0; place < kinds.length; place++) {
      Object value = record.get(place);
      copy.put(
          place,
          switch (kinds[place]) {
            case SHARED -> value;
            case RECORD -> value instanceof IndexedRecord inner ? copied(inner) : value;
            case LIST -> new ArrayList<>((List<?>) value);
            case LIST_OF_RECORDS -> copied((List<?>) value);
          });
    }
    return copy;
  }

  private List<IndexedRecord> copied(List<?> records) {
    List<IndexedRecord> copies = new ArrayList<>(records.size());
    for (Object record : records) {
      copies.add(copied((IndexedRecord) record));
    }
    return copies;
  }

  private IndexedRecord copied(IndexedRecord record) {
    return record.getSchema() == schema
        ? of(record)
        : byName.get(record.getSchema().getFullName()).of(record);
  }
}
