package midgard.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProjectedRowsTest {
  @RegisterExtension final FreshDatabase postgres = new FreshDatabase();

  private static void standsAt(Database database, String topic) {
    database.dsl().execute("insert into projection_offsets values (?, 0, 'id', 7, now())", topic);
  }

  private static Database withRows(FreshDatabase postgres) {
    Database database = postgres.migrated();
    standsAt(database, "world.changes");
    database
        .dsl()
        .execute(
            "insert into map_activity select 'map' || n, 1, 1, 1, now() from generate_series(1, 3) n");
    return database;
  }

  @Test
  void shouldCountTheRowsOfEachTableThatHasSome() {
    Database database = withRows(postgres);

    assertThat(new ProjectedRows(database, "world.changes").count())
        .isEqualTo(Map.of("map_activity", 3L, "projection_offsets", 1L));
  }

  @Test
  void shouldLeaveEveryTableEmptyWhenDeleted() {
    Database database = withRows(postgres);
    ProjectedRows rows = new ProjectedRows(database, "world.changes");

    rows.delete();

    assertThat(rows.count()).isEmpty();
    assertThat(database.dsl().fetchCount(DSL.table("map_activity"))).isZero();
  }

  @Test
  void shouldLeaveTablesAloneThatAreNotTheProjections() {
    Database database = withRows(postgres);
    database.dsl().execute("create table notes as select 1 as n");

    new ProjectedRows(database, "world.changes").delete();

    assertThat(database.dsl().fetchCount(DSL.table("notes"))).isOne();
    assertThat(database.migrate()).as("migrations that would be applied once more").isZero();
  }

  @Test
  void shouldFindNothingWhenTheTablesWereNeverMade() {
    ProjectedRows rows = new ProjectedRows(postgres.open(), "world.changes");

    rows.delete();

    assertThat(rows.count()).isEmpty();
  }

  @Test
  void shouldRefuseWhenAnotherWorldWritesIntoTheSameDatabase() {
    Database database = withRows(postgres);
    standsAt(database, "geffen.world.changes");
    ProjectedRows rows = new ProjectedRows(database, "world.changes");

    assertThatThrownBy(rows::delete)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the rows of another world too (geffen.world.changes)");
    assertThat(database.dsl().fetchCount(DSL.table("map_activity"))).isEqualTo(3);
  }

  @Test
  void shouldSayInOneLineThatTheDatabaseIsAway() {
    try (Database away = Database.open("postgresql://u:secret@127.0.0.1:1/d", 2)) {
      assertThatThrownBy(() -> new ProjectedRows(away, "world.changes").count())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("PostgreSQL at jdbc:postgresql://127.0.0.1:1/d")
          .hasMessageNotContaining("secret");
    }
  }
}
