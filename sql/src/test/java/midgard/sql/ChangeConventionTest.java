package midgard.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import midgard.schemas.change.Change;
import org.apache.avro.Schema;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change is exactly one row of one table: asked of PostgreSQL itself, not of jOOQ. */
class ChangeConventionTest {
  /** Columns that an agent writes; those that PostgreSQL computes are for people. */
  private static final String COLUMNS =
      "select column_name, data_type, is_nullable from information_schema.columns where table_schema = 'public' and table_name = ? and is_generated = 'NEVER'";

  private static final String KEY =
      "select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey) where i.indisprimary and i.indrelid = ?::regclass";

  private static final String CHECKS =
      "select pg_get_constraintdef(oid) from pg_constraint where contype = 'c' and conrelid = ?::regclass and conname = ?";

  @RegisterExtension private final FreshDatabase fresh = new FreshDatabase();
  private DSLContext dsl;

  @BeforeEach
  void migrate() {
    dsl = fresh.migrated().dsl();
  }

  static Stream<Schema> changes() {
    return Change.getClassSchema().getField("body").schema().getTypes().stream();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void shouldHaveATableWithExactlyItsColumnsWhenAnAgentEmitsIt(Schema change) {
    Map<String, String> wanted = new TreeMap<>();
    change.getFields().forEach(f -> wanted.put(f.name(), type(f.schema())));

    Map<String, String> found = new TreeMap<>();
    dsl.fetch(COLUMNS, table(change))
        .forEach(
            row ->
                found.put(
                    row.get(0, String.class),
                    row.get(1, String.class)
                        + (row.get(2, String.class).equals("YES") ? " null" : "")));

    assertThat(found).isEqualTo(wanted);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void shouldHaveItsKeyAsPrimaryKeyWhenAnAgentEmitsIt(Schema change) {
    Set<String> wanted =
        ((List<?>) change.getObjectProp("key"))
            .stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));

    List<String> found = dsl.fetch(KEY, table(change)).getValues(0, String.class);

    assertThat(new TreeSet<>(found)).isEqualTo(wanted);
  }

  /** An enumeration's column takes all its values: its check, if there is one, lists the same. */
  @ParameterizedTest
  @MethodSource("changes")
  void shouldAllowEverySymbolWhenAColumnIsChecked(Schema change) {
    for (Schema.Field field : change.getFields()) {
      Schema type = withoutNull(field.schema());
      if (type.getType() == Schema.Type.ENUM) {
        String name = table(change) + "_" + field.name();
        List<String> checks = dsl.fetch(CHECKS, table(change), name).getValues(0, String.class);
        for (String check : checks) {
          List<String> listed = new ArrayList<>();
          var matcher = java.util.regex.Pattern.compile("'([^']+)'::text").matcher(check);
          while (matcher.find()) {
            listed.add(matcher.group(1));
          }
          assertThat(listed).as(name).containsExactlyInAnyOrderElementsOf(type.getEnumSymbols());
        }
      }
    }
  }

  private static String table(Schema change) {
    return change.getProp("table");
  }

  private static Schema withoutNull(Schema schema) {
    if (schema.getType() != Schema.Type.UNION) {
      return schema;
    }
    return schema.getTypes().stream()
        .filter(branch -> branch.getType() != Schema.Type.NULL)
        .reduce(
            (one, other) -> {
              throw new AssertionError("A column has one type, not " + schema);
            })
        .orElseThrow();
  }

  private static String type(Schema schema) {
    Schema type = withoutNull(schema);
    String column =
        switch (type.getType()) {
          case STRING, ENUM -> "text";
          case INT -> "integer";
          case LONG -> type.getLogicalType() == null ? "bigint" : "timestamp with time zone";
          case BOOLEAN -> "boolean";
          case RECORD, ARRAY -> "jsonb";
          default -> throw new AssertionError("No column is made for " + type);
        };
    return schema.isNullable() ? column + " null" : column;
  }
}
