package midgard.sql;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import midgard.sql.generated.DefaultSchema;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * One kind of change and the table whose rows it is, by convention: the record's annotations {@code
 * table} and {@code key} name the table and its primary key, each field is the column of its name.
 */
final class ChangeTable {
  private final Table<?> table;
  private final List<Field<?>> columns;
  private final List<Field<?>> key;
  private final int[] keyPositions;

  /**
   * @throws IllegalStateException when the schema has no annotations, or no such table or column
   *     was generated
   */
  ChangeTable(Schema schema) {
    String tableName = annotation(schema, "table", String.class);
    table = DefaultSchema.DEFAULT_SCHEMA.getTable(tableName);
    if (table == null) {
      throw new IllegalStateException(
          "The change %s wants the table %s, which no migration makes."
              .formatted(schema.getFullName(), tableName));
    }
    columns =
        schema.getFields().stream().<Field<?>>map(field -> column(schema, field.name())).toList();
    List<?> keyNames = annotation(schema, "key", List.class);
    key = keyNames.stream().<Field<?>>map(column -> column(schema, column.toString())).toList();
    keyPositions =
        keyNames.stream().mapToInt(column -> schema.getField(column.toString()).pos()).toArray();
  }

  private static <T> T annotation(Schema schema, String name, Class<T> type) {
    return Optional.ofNullable(schema.getObjectProp(name))
        .map(type::cast)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The change %s lacks the annotation @%s."
                        .formatted(schema.getFullName(), name)));
  }

  private Field<?> column(Schema schema, String column) {
    Field<?> found = table.field(column);
    if (found == null || schema.getField(column) == null) {
      throw new IllegalStateException(
          "The change %s and the table %s do not agree on the column %s."
              .formatted(schema.getFullName(), table.getName(), column));
    }
    return found;
  }

  Table<?> table() {
    return table;
  }

  /** In the order of the record's fields. */
  List<Field<?>> columns() {
    return columns;
  }

  List<Field<?>> key() {
    return key;
  }

  /** The values of the primary key, equal for two changes of one row. */
  List<Object> keyOf(IndexedRecord row) {
    List<Object> values = new ArrayList<>(keyPositions.length);
    for (int position : keyPositions) {
      values.add(row.get(position));
    }
    return values;
  }

  /**
   * Inserts or replaces the rows, no key twice, in one statement. They travel as one JSON value, so
   * the statement stays the same for any number of rows, and PostgreSQL itself turns the values
   * into the types of its columns.
   */
  void upsert(DSLContext dsl, Collection<? extends IndexedRecord> rows) {
    Map<Field<?>, Field<?>> updates = new LinkedHashMap<>();
    columns.stream().filter(c -> !key.contains(c)).forEach(c -> updates.put(c, excluded(c)));
    var insert =
        dsl.insertInto(table, columns)
            .select(
                dsl.select(columns.stream().map(c -> unqualified(c)).toList())
                    .from(
                        DSL.table(
                            "json_populate_recordset(null::{0}, {1}::json)",
                            name(table.getName()), val(RowJson.array(rows)))))
            .onConflict(key);
    if (updates.isEmpty()) {
      insert.doNothing().execute();
    } else {
      insert.doUpdate().set(updates).execute();
    }
  }

  private static Field<?> unqualified(Field<?> column) {
    return DSL.field(name(column.getName()), column.getDataType());
  }
}
