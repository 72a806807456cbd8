package midgard.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A real PostgreSQL for all tests of a run, and an empty database of its own for each test. */
final class FreshDatabase implements BeforeEachCallback, AfterEachCallback {
  private static final Namespace SPACE = Namespace.create(FreshDatabase.class);

  private final List<Database> opened = new ArrayList<>();
  private String url;

  @Override
  public void beforeEach(ExtensionContext context) throws SQLException {
    Server server =
        context
            .getRoot()
            .getStore(SPACE)
            .getOrComputeIfAbsent("server", key -> new Server(), Server.class);
    url = server.newDatabase();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    opened.forEach(Database::close);
  }

  /** A pool on this test's database, as another process would open it. */
  Database open() {
    Database database = Database.open(url, 3);
    opened.add(database);
    return database;
  }

  /** With all migrations applied. */
  Database migrated() {
    Database database = open();
    database.migrate();
    return database;
  }

  String url() {
    return url;
  }

  private static final class Server implements ExtensionContext.Store.CloseableResource {
    private final AtomicInteger databases = new AtomicInteger();
    private final EmbeddedPostgres postgres;

    Server() {
      try {
        postgres = EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String newDatabase() throws SQLException {
      String name = "test_" + databases.incrementAndGet();
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
      }
      return "postgresql://postgres@127.0.0.1:%d/%s".formatted(postgres.getPort(), name);
    }

    @Override
    public void close() throws IOException {
      postgres.close();
    }
  }
}
