package midgard.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of its own in a folder, as a child process, reached on loopback only and
 * without a password: whoever may log in to this machine may read the world.
 *
 * <p>Writes are synced to disk before they are acknowledged ({@code fsync} and {@code
 * synchronous_commit} on). The folder holds the unpacked programs too, so several worlds never
 * share them. Works for root and for ordinary users.
 */
public final class EmbeddedPostgreSql implements AutoCloseable {
  /** The database that is there after the first start. */
  public static final String DATABASE = "ai_world_memory";

  /** Its owner. */
  public static final String USER = "ai_world_user";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgreSql.class);

  /** Of the library; the folder of unpacked programs, by default one for the whole machine. */
  private static final String WORKING_DIR_PROPERTY = "ot.epg.working-dir";

  private final EmbeddedPostgres server;
  private final Path folder;

  private EmbeddedPostgreSql(EmbeddedPostgres server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  /** Starts a server on a free port, with its log in its folder. */
  public static EmbeddedPostgreSql start(Path dir) {
    return start(dir, 0, dir.resolve("postgresql.log"));
  }

  /**
   * Starts the server and waits until it takes connections. A server that an earlier, killed run
   * left behind in this folder is stopped first.
   *
   * @param dir for programs and data
   * @param port 0 picks a free one
   * @param log where the server writes its messages
   * @throws StackException if it does not come up
   */
  public static EmbeddedPostgreSql start(Path dir, int port, Path log) {
    PostgreSqlFolder folder = new PostgreSqlFolder(dir.toAbsolutePath().normalize());
    try {
      stopOrphan(dir);
      folder.tidy();
      Files.createDirectories(log.toAbsolutePath().getParent());
      EmbeddedPostgres server = launch(folder, Ports.orFree(port), log);
      try {
        if (!folder.isComplete()) {
          createDatabase(server);
          folder.markComplete();
        }
      } catch (SQLException | IOException e) {
        server.close();
        throw e;
      }
      LOG.info("PostgreSQL listens on {}:{}", Ports.HOST, server.getPort());
      return new EmbeddedPostgreSql(server, folder.root());
    } catch (IOException | SQLException | IllegalStateException e) {
      throw new StackException(
          "PostgreSQL does not start in %s: %s. Its own words are in %s."
              .formatted(folder.root(), e.getMessage(), log),
          e);
    }
  }

  /** Stops the server that a killed process left behind in this folder, if there is one. */
  static void stopOrphan(Path dir) {
    Orphans.stopThoseOf(dir, Part.POSTGRESQL.title(), Orphans.Signal.INTERRUPT);
  }

  private static synchronized EmbeddedPostgres launch(PostgreSqlFolder folder, int port, Path log)
      throws IOException {
    Redirect output = Redirect.appendTo(log.toFile());
    String before = System.setProperty(WORKING_DIR_PROPERTY, folder.programs().toString());
    try {
      return EmbeddedPostgres.builder()
          .setPgBinaryResolver(new OwnPrograms())
          .setOverrideWorkingDirectory(folder.programs().toFile())
          .setDataDirectory(folder.data())
          .setCleanDataDirectory(false)
          // The owner of the stack decides when to stop: the projection must be able to finish.
          .setRegisterShutdownHook(false)
          .setPort(port)
          .setOutputRedirector(output)
          .setErrorRedirector(output)
          .setPGStartupWait(Duration.ofSeconds(60))
          .setServerConfig("listen_addresses", Ports.HOST)
          .setServerConfig("unix_socket_directories", "")
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("max_connections", "60")
          .start();
    } finally {
      if (before == null) {
        System.clearProperty(WORKING_DIR_PROPERTY);
      } else {
        System.setProperty(WORKING_DIR_PROPERTY, before);
      }
    }
  }

  private static void createDatabase(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role " + USER + " login");
      statement.execute("create database " + DATABASE + " owner " + USER + " encoding 'UTF8'");
    }
  }

  /** JDBC URL of the database, with its user. */
  public String jdbcUrl() {
    return "jdbc:postgresql://%s:%d/%s?user=%s"
        .formatted(Ports.HOST, server.getPort(), DATABASE, USER);
  }

  /** Whether the server process lives. */
  public boolean isAlive() {
    return !Orphans.serversOf(folder).isEmpty();
  }

  /** Ends connections and stops the server in an orderly way. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.warn("PostgreSQL in {} did not stop cleanly: {}", folder, e.getMessage());
    }
    if (!Orphans.awaitEndOf(folder)) {
      LOG.warn("PostgreSQL in {} was told to stop and still runs.", folder);
    }
  }
}
