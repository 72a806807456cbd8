package midgard.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * The pool of connections to PostgreSQL, and the schema brought up to date. Safe for many threads.
 *
 * <p>Opening does not connect: a world starts and goes on while its database is away.
 */
public final class Database implements AutoCloseable {
  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(5);

  private final DatabaseUrl url;
  private final HikariDataSource pool;
  private final DSLContext dsl;

  private Database(DatabaseUrl url, HikariDataSource pool) {
    this.url = url;
    this.pool = pool;
    this.dsl =
        DSL.using(
            pool,
            SQLDialect.POSTGRES,
            new Settings().withExecuteLogging(false).withRenderSchema(false));
  }

  /**
   * @param url as {@link DatabaseUrl#parse} takes it
   * @param poolSize connections at most, 1 or more; the projection holds one of them while it
   *     writes
   * @throws IllegalArgumentException when the URL is not understood
   */
  public static Database open(String url, int poolSize) {
    DatabaseUrl address = DatabaseUrl.parse(url);
    HikariConfig config = new HikariConfig();
    config.setPoolName("postgresql");
    config.setJdbcUrl(address.jdbc());
    if (!address.user().isEmpty()) {
      config.setUsername(address.user());
    }
    if (!address.password().isEmpty()) {
      config.setPassword(address.password());
    }
    config.setMaximumPoolSize(poolSize);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "midgard-streams");
    config.addDataSourceProperty("connectTimeout", "5");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    // Without it a server that vanished silently would be waited for without end.
    config.addDataSourceProperty("socketTimeout", "60");
    return new Database(address, new HikariDataSource(config));
  }

  public DSLContext dsl() {
    return dsl;
  }

  /**
   * Applies the migrations that are missing. The numbers 001 to 016 are fixed and are filled as
   * agents arrive, so one with a smaller number than the last applied is still applied (Flyway's
   * {@code outOfOrder}); a migration that was applied once must never change.
   *
   * @return how many were applied
   * @throws FlywayException when the database is away, or one of them fails: that one is rolled
   *     back whole
   */
  public int migrate() {
    return Flyway.configure(Database.class.getClassLoader())
        .dataSource(pool)
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        .outOfOrder(true)
        .load()
        .migrate()
        .migrationsExecuted;
  }

  /** Whether the database answers now; takes at most some seconds. */
  public boolean isReachable() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Address and user, without the password. */
  public String address() {
    return url.toString();
  }

  @Override
  public void close() {
    pool.close();
  }
}
