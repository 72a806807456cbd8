package midgard.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgreSqlTest {
  /** Unpacking and setting up is the slow part; tests that can do with any server share it. */
  @TempDir private static Path shared;

  @Test
  void shouldKeepRowsWhenRestarted() throws Exception {
    try (EmbeddedPostgreSql postgreSql = EmbeddedPostgreSql.start(shared)) {
      execute(postgreSql, "create table kept (id int primary key)");
      execute(postgreSql, "insert into kept values (42)");
    }

    try (EmbeddedPostgreSql postgreSql = EmbeddedPostgreSql.start(shared)) {
      assertThat(query(postgreSql, "select id from kept")).isEqualTo("42");
    }
  }

  @Test
  void shouldSyncWritesAndOwnItsDatabaseWhenStarted() throws Exception {
    try (EmbeddedPostgreSql postgreSql = EmbeddedPostgreSql.start(shared)) {
      assertThat(query(postgreSql, "show fsync")).isEqualTo("on");
      assertThat(query(postgreSql, "show synchronous_commit")).isEqualTo("on");
      assertThat(query(postgreSql, "select current_database() || ' ' || current_user"))
          .isEqualTo("ai_world_memory ai_world_user");
      assertThat(
              query(
                  postgreSql,
                  "select pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
          .isEqualTo("ai_world_user");
    }
  }

  @Test
  void shouldSetUpAnewWhenTheFirstStartWasCutShort(@TempDir Path dir) throws Exception {
    Files.createDirectories(dir.resolve("data"));
    Files.writeString(dir.resolve("data/postgresql.conf"), "# initdb came this far");
    Files.createDirectories(dir.resolve("bin/PG-half/bin"));

    try (EmbeddedPostgreSql postgreSql = EmbeddedPostgreSql.start(dir)) {
      assertThat(query(postgreSql, "select 1")).isEqualTo("1");
      assertThat(dir.resolve("bin/PG-half")).doesNotExist();
    }
  }

  @Test
  void shouldStartWhenThePidFileNamesAnotherProgram() throws Exception {
    EmbeddedPostgreSql.start(shared).close();
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(
          shared.resolve("data/postmaster.pid"),
          stranger.pid() + "\n" + shared.resolve("data") + "\n");

      try (EmbeddedPostgreSql postgreSql = EmbeddedPostgreSql.start(shared)) {
        assertThat(query(postgreSql, "select 1")).isEqualTo("1");
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroy();
    }
  }

  private static void execute(EmbeddedPostgreSql postgreSql, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(postgreSql.jdbcUrl());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedPostgreSql postgreSql, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(postgreSql.jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
