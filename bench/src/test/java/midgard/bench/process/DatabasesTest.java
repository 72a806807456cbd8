package midgard.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

@Timeout(120)
class DatabasesTest {
  @Test
  void shouldKeepCommittedRowsWhenPostgreSqlIsKilledAndStartedAgain(
      @TempDir(factory = OpenFolder.class) Path folder) throws Exception {
    try (ServerProcess server = Databases.postgreSql(folder)) {
      assertKeepsRows(server);
    }
  }

  @Test
  void shouldKeepCommittedRowsWhenTheEmbeddedPostgreSqlIsKilledAndStartedAgain(
      @TempDir(factory = OpenFolder.class) Path folder) throws Exception {
    try (ServerProcess server = EmbeddedServer.postgreSql(folder)) {
      assertKeepsRows(server);
    }
  }

  private static void assertKeepsRows(ServerProcess server) throws Exception {
    server.start();
    execute(server, "create table kept (id int)");
    execute(server, "insert into kept values (42)");

    server.kill();
    assertThatThrownBy(() -> execute(server, "select 1")).isInstanceOf(SQLException.class);
    server.start();

    assertThat(count(server)).isEqualTo(1);
    server.stop();
    assertThatThrownBy(() -> execute(server, "select 1")).isInstanceOf(SQLException.class);
  }

  @Test
  void shouldTakeCommandsAgainWhenRedisIsKilledAndStartedAgain(
      @TempDir(factory = OpenFolder.class) Path folder) throws Exception {
    try (ServerProcess server = Databases.redis(folder)) {
      assertComesBack(server);
    }
  }

  @Test
  void shouldTakeCommandsAgainWhenTheEmbeddedRedisIsKilledAndStartedAgain(
      @TempDir(factory = OpenFolder.class) Path folder) throws Exception {
    try (ServerProcess server = EmbeddedServer.redis(folder)) {
      assertComesBack(server);
    }
  }

  private static void assertComesBack(ServerProcess server) throws Exception {
    server.start();
    assertThat(ping(server)).isEqualTo("PONG");

    server.kill();
    assertThatThrownBy(() -> ping(server)).isInstanceOf(JedisConnectionException.class);
    server.start();

    assertThat(ping(server)).isEqualTo("PONG");
    server.stop();
  }

  private static String ping(ServerProcess server) {
    try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
      return jedis.ping();
    }
  }

  private static void execute(ServerProcess server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(ServerProcess server) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from kept")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Connection connect(ServerProcess server) throws SQLException {
    return DriverManager.getConnection(Databases.databaseUrl(server.port()));
  }
}
