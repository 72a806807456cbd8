package midgard.schemas.serde;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;

/**
 * Makes new records with empty plain lists in them, which Avro's fast reader then fills. Its own
 * lists can neither remove through an iterator nor be sorted, and rules change states in place.
 */
final class PlainLists extends SpecificData {
  PlainLists(SpecificData of) {
    super(of.getClassLoader());
    of.getConversions().forEach(this::addLogicalTypeConversion);
  }

  @Override
  public InstanceSupplier getNewRecordSupplier(Schema schema) {
    InstanceSupplier plain = super.getNewRecordSupplier(schema);
    int[] lists =
        schema.getFields().stream()
            .filter(field -> field.schema().getType() == Schema.Type.ARRAY)
            .mapToInt(Schema.Field::pos)
            .toArray();
    if (lists.length == 0) {
      return plain;
    }
    return (old, of) -> {
      IndexedRecord made = (IndexedRecord) plain.newInstance(old, of);
      for (int list : lists) {
        made.put(list, new ArrayList<>());
      }
      return made;
    };
  }

  /** Only an array that is a record's field is filled in place. */
  static void check(Schema schema) {
    check(schema, schema.getFullName(), new HashSet<>());
  }

  private static void check(Schema schema, String where, Set<String> seen) {
    switch (schema.getType()) {
      case RECORD -> {
        if (seen.add(schema.getFullName())) {
          for (Schema.Field field : schema.getFields()) {
            String place = schema.getFullName() + "." + field.name();
            check(unlisted(field.schema()), place, seen);
          }
        }
      }
      case UNION -> schema.getTypes().forEach(branch -> check(branch, where, seen));
      case ARRAY, MAP ->
          throw new IllegalArgumentException(
              where
                  + " has a map, or an array within a union or an array. Put it into a record of"
                  + " its own: only arrays that are fields come out as plain lists.");
      default -> {}
    }
  }

  private static Schema unlisted(Schema field) {
    return field.getType() == Schema.Type.ARRAY ? field.getElementType() : field;
  }
}
