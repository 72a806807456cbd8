package midgard.sql;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import midgard.schemas.change.Change;
import org.apache.avro.Schema;

/** The table of every kind of change in {@link Change}. */
final class ChangeTables {
  private final Map<String, ChangeTable> byRecord;

  /**
   * @throws IllegalStateException when a change and the generated schema do not agree
   */
  ChangeTables() {
    byRecord =
        Change.getClassSchema().getField("body").schema().getTypes().stream()
            .collect(
                Collectors.toMap(
                    Schema::getFullName,
                    ChangeTable::new,
                    (first, second) -> first,
                    LinkedHashMap::new));
  }

  Collection<ChangeTable> all() {
    return byRecord.values();
  }

  ChangeTable of(Schema body) {
    return byRecord.get(body.getFullName());
  }
}
