package midgard.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import midgard.stack.EmbeddedPostgreSql;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A real PostgreSQL for all tests of a run, and an empty database of its own for each test, which
 * belongs to an ordinary user as in production.
 */
public final class FreshDatabase implements BeforeEachCallback, AfterEachCallback {
  private static final Namespace SPACE = Namespace.create(FreshDatabase.class);

  private final List<Database> opened = new ArrayList<>();
  private Server server;
  private String name;
  private boolean created;

  @Override
  public void beforeEach(ExtensionContext context) {
    server =
        context
            .getRoot()
            .getStore(SPACE)
            .getOrComputeIfAbsent("server", key -> new Server(), Server.class);
    name = server.newName();
    created = false;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    opened.forEach(Database::close);
  }

  /** A pool on this test's database, as another process would open it. */
  public Database open() {
    return openMadeFrom("template0");
  }

  /** With all migrations applied. */
  public Database migrated() {
    return openMadeFrom(server.migrated());
  }

  private Database openMadeFrom(String template) {
    if (!created) {
      server.create(name, template);
      created = true;
    }
    return opened(server.open(EmbeddedPostgreSql.USER, name));
  }

  /** Logged in as the one who may do everything, to another database. */
  Database administration() {
    return opened(server.open("postgres", "postgres"));
  }

  /** As if the server were gone for everyone who uses this test's database. */
  void lockOut(Database administration) {
    administration.dsl().execute("alter database " + name + " allow_connections false");
    administration
        .dsl()
        .execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?", name);
  }

  void letIn(Database administration) {
    administration.dsl().execute("alter database " + name + " allow_connections true");
  }

  private Database opened(Database database) {
    opened.add(database);
    return database;
  }

  private static final class Server implements ExtensionContext.Store.CloseableResource {
    private static final String TEMPLATE = "migrated";

    private final AtomicInteger databases = new AtomicInteger();
    private final Path folder;
    private final EmbeddedPostgreSql postgres;
    private boolean hasTemplate;

    Server() {
      try {
        folder = Files.createTempDirectory("postgresql");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      postgres = EmbeddedPostgreSql.start(folder);
    }

    Database open(String user, String database) {
      String url =
          postgres
              .jdbcUrl()
              .replace("/" + EmbeddedPostgreSql.DATABASE, "/" + database)
              .replace("user=" + EmbeddedPostgreSql.USER, "user=" + user);
      return Database.open(url, 3);
    }

    String newName() {
      return "test_" + databases.incrementAndGet();
    }

    void create(String database, String template) {
      try (Database administration = open("postgres", "postgres")) {
        administration
            .dsl()
            .execute(
                "create database %s owner %s template %s"
                    .formatted(database, EmbeddedPostgreSql.USER, template));
      }
    }

    /** The name of a database that is migrated once and copied many times. */
    synchronized String migrated() {
      if (!hasTemplate) {
        create(TEMPLATE, "template0");
        try (Database database = open(EmbeddedPostgreSql.USER, TEMPLATE)) {
          database.migrate();
        }
        hasTemplate = true;
      }
      return TEMPLATE;
    }

    @Override
    public void close() throws IOException {
      postgres.close();
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }
}
