package midgard.sql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Rows of any table whose every time is the one that a test wants; all else is filled in. */
final class AgedRows {
  private final DSLContext dsl;
  private int count;

  AgedRows(Database database) {
    this.dsl = database.dsl();
  }

  /** Lets a table take rows that only their age tells apart. */
  void dropChecks(Table<?> table) {
    dsl.fetch(
            "select conname from pg_constraint where conrelid = ?::regclass and contype = 'c'",
            table.getName())
        .getValues(0, String.class)
        .forEach(check -> dsl.alterTable(table).dropConstraint(check).execute());
  }

  void insert(Table<?> table, Instant time) {
    insert(table, time, Map.of());
  }

  /**
   * @param fixed values that matter to the test, by column
   */
  void insert(Table<?> table, Instant time, Map<Field<?>, ?> fixed) {
    count++;
    Set<String> plain =
        dsl.fetch(
                "select column_name from information_schema.columns where table_name = ? and is_generated = 'NEVER'",
                table.getName())
            .intoSet(0, String.class);
    Map<Field<?>, Object> values = new LinkedHashMap<>();
    for (Field<?> column : table.fields()) {
      if (plain.contains(column.getName())) {
        values.put(column, value(column.getType(), time));
      }
    }
    values.putAll(fixed);
    dsl.insertInto(table).set(values).execute();
  }

  private Object value(Class<?> type, Instant time) {
    if (type == OffsetDateTime.class) {
      return time.atOffset(ZoneOffset.UTC);
    }
    if (type == JSONB.class) {
      return JSONB.valueOf("{}");
    }
    if (type == Boolean.class) {
      return false;
    }
    return type == String.class ? "row " + count : DSL.cast(DSL.val(count), type);
  }
}
