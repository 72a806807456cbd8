package midgard.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MigrationsTest {
  /** All that a migration can leave behind in our schema, without Flyway's own table. */
  private static final String OBJECTS =
      """
      select c.relkind::text || ' ' || c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relname not like 'flyway_%'
      union all
      select 'function ' || p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace
      union all
      select 'type ' || t.typname from pg_type t
        where t.typnamespace = 'public'::regnamespace and t.typname not like '%flyway_%'
      order by 1
      """;

  @RegisterExtension private final FreshDatabase fresh = new FreshDatabase();

  @Test
  void shouldLeaveNothingWhenUndoneAndTheSameWhenDoneAgain() {
    // Given
    Database database = fresh.migrated();
    List<String> before = objects(database.dsl());

    // When
    List<String> versions = appliedNewestFirst(database.dsl());
    versions.forEach(version -> undo(database.dsl(), version));

    // Then
    assertThat(objects(database.dsl())).isEmpty();
    assertThat(database.migrate()).isEqualTo(versions.size());
    assertThat(objects(database.dsl())).isEqualTo(before).isNotEmpty();
  }

  @Test
  void shouldApplyASmallerNumberWhenItArrivesLater() {
    // Given
    Database database = fresh.migrated();
    undo(database.dsl(), "012");
    assertThat(appliedNewestFirst(database.dsl())).contains("014");

    // When
    int applied = database.migrate();

    // Then
    assertThat(applied).isEqualTo(1);
    assertThat(objects(database.dsl())).contains("v player_influence");
  }

  @Test
  void shouldDoNothingWhenAllIsApplied() {
    Database database = fresh.migrated();

    assertThat(database.migrate()).isZero();
  }

  @Test
  void shouldShowInfluenceRoundedHalfUpWhenReadByTheOldName() {
    // Given
    DSLContext dsl = fresh.migrated().dsl();
    dsl.execute(
        "insert into player_reputation select n, 'p', m, 0, 0, 0, 0, 0, 0, now() from (values (1, 1499), (2, 1500), (3, 2500)) as t (n, m)");

    // When
    List<Long> shown =
        dsl.fetch("select total_influence from player_influence order by player_id")
            .getValues(0, Long.class);

    // Then
    assertThat(shown).containsExactly(1L, 2L, 3L);
  }

  private static List<String> appliedNewestFirst(DSLContext dsl) {
    return dsl.fetch("select version from flyway_schema_history order by version desc")
        .getValues(0, String.class);
  }

  private static void undo(DSLContext dsl, String version) {
    String script = "/db/rollback/" + version + "_down.sql";
    try (InputStream in = MigrationsTest.class.getResourceAsStream(script)) {
      assertThat(in).as("Every migration has its way back: " + script).isNotNull();
      dsl.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(script, e);
    }
  }

  private static List<String> objects(DSLContext dsl) {
    return dsl.fetch(OBJECTS).getValues(0, String.class);
  }
}
