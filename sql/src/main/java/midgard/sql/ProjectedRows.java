package midgard.sql;

import static midgard.sql.generated.Tables.PROJECTION_FAILURES;
import static midgard.sql.generated.Tables.PROJECTION_OFFSETS;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * All rows that the projection of one world has written, with its stands and its failures. The
 * tables are those of {@link ChangeTables} and no others, whatever else lies in the database.
 */
public final class ProjectedRows {
  private final Database database;
  private final String topic;
  private final List<Table<?>> tables = new ArrayList<>();

  /**
   * @param topic the world's topic of changes
   */
  public ProjectedRows(Database database, String topic) {
    this.database = database;
    this.topic = topic;
    new ChangeTables().all().forEach(table -> tables.add(table.table()));
    tables.add(PROJECTION_OFFSETS);
    tables.add(PROJECTION_FAILURES);
  }

  /**
   * How many rows each table has; without tables that have none or were not made yet.
   *
   * @throws IllegalStateException when the database is away, or holds rows of another world too:
   *     its tables do not say whose a row is
   */
  public SortedMap<String, Long> count() {
    return answered(
        dsl -> {
          refuseForeign(dsl);
          SortedMap<String, Long> rows = new TreeMap<>();
          for (Table<?> table : existing(dsl)) {
            long count = dsl.selectCount().from(table).fetchSingle().value1();
            if (count > 0) {
              rows.put(table.getName(), count);
            }
          }
          return rows;
        });
  }

  /**
   * Deletes them in one transaction.
   *
   * @throws IllegalStateException as {@link #count}
   */
  public void delete() {
    answered(
        dsl -> {
          refuseForeign(dsl);
          List<Table<?>> existing = existing(dsl);
          if (!existing.isEmpty()) {
            dsl.truncate(existing).execute();
          }
          return existing;
        });
  }

  private void refuseForeign(DSLContext dsl) {
    if (!existing(dsl).contains(PROJECTION_OFFSETS)) {
      return;
    }
    List<String> others =
        dsl.selectDistinct(PROJECTION_OFFSETS.TOPIC)
            .from(PROJECTION_OFFSETS)
            .where(PROJECTION_OFFSETS.TOPIC.ne(topic))
            .orderBy(PROJECTION_OFFSETS.TOPIC)
            .fetch(PROJECTION_OFFSETS.TOPIC);
    if (!others.isEmpty()) {
      throw new IllegalStateException(
          "The database %s holds the rows of another world too (%s), and rows do not say whose they are. Give each world a DATABASE_URL of its own; if that world is gone, delete its lines from projection_offsets."
              .formatted(database.address(), String.join(", ", others)));
    }
  }

  private List<Table<?>> existing(DSLContext dsl) {
    Set<String> names =
        dsl.select(DSL.field("tablename", String.class))
            .from("pg_tables")
            .where("schemaname = current_schema()")
            .fetchSet(DSL.field("tablename", String.class));
    return tables.stream().filter(table -> names.contains(table.getName())).toList();
  }

  private <T> T answered(Function<DSLContext, T> question) {
    try {
      return database.dsl().transactionResult(c -> question.apply(c.dsl()));
    } catch (DataAccessException e) {
      throw new IllegalStateException(
          "PostgreSQL at %s did not answer: %s"
              .formatted(database.address(), e.getMessage().lines().findFirst().orElse("")),
          e);
    }
  }
}
