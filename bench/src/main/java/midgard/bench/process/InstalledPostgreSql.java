package midgard.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import midgard.stack.EmbeddedPostgreSql;

/** The PostgreSQL that this machine has installed, in a folder of its own. */
final class InstalledPostgreSql implements ServerProcess {
  static final ServerUser USER = new ServerUser("postgres");

  private static final Duration READY_WITHIN = Duration.ofSeconds(60);

  private final Path programs;
  private final Path folder;
  private final int port = FreePorts.pick(1).get(0);
  private ChildProcess server;

  InstalledPostgreSql(Path programs, Path folder) {
    this.programs = programs;
    this.folder = folder.toAbsolutePath();
  }

  @Override
  public String program() {
    try {
      return InstalledPrograms.version(programs.resolve("postgres"))
          .replace("postgres (PostgreSQL)", "PostgreSQL");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "PostgreSQL";
    }
  }

  @Override
  public int port() {
    return port;
  }

  private Path data() {
    return folder.resolve("data");
  }

  @Override
  public void start() throws IOException, InterruptedException {
    boolean first = !Files.exists(data());
    if (first) {
      USER.createFolder(data());
      run("initdb", "-D", data().toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8");
    }
    server =
        ChildProcess.start(
            "PostgreSQL",
            command(
                "postgres",
                "-D",
                data().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories="),
            folder,
            output());
    Waiting.untilReady("PostgreSQL", server, READY_WITHIN, this::answers);
    if (first) {
      createDatabase();
    }
  }

  private boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&connectTimeout=2".formatted(port));
  }

  private void createDatabase() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create role " + EmbeddedPostgreSql.USER + " login");
      statement.execute(
          "create database %s owner %s encoding 'UTF8' template template0"
              .formatted(EmbeddedPostgreSql.DATABASE, EmbeddedPostgreSql.USER));
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL made no database: " + e.getMessage(), e);
    }
  }

  private Path output() {
    return folder.resolve("output.txt");
  }

  private List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    return USER.run(command);
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    try (ChildProcess done =
        ChildProcess.start(program, command(program, arguments), folder, output())) {
      if (done.awaitEnd() != 0) {
        throw new IllegalStateException(program + " failed; see " + output());
      }
    }
  }

  /**
   * Kills the first process; the others notice, and are waited for: they hold shared memory. It is
   * frozen before, so that it makes no more of them between the look and the kill.
   */
  @Override
  public void kill() throws IOException, InterruptedException {
    server.freeze();
    List<ProcessHandle> workers =
        ProcessHandle.of(server.pid()).stream().flatMap(ProcessHandle::descendants).toList();
    server.kill();
    for (ProcessHandle worker : workers) {
      Waiting.until(ProcessState.GONE, worker.pid());
    }
  }

  /** Fast shutdown: SIGTERM would wait for clients to leave. */
  @Override
  public void stop() throws IOException, InterruptedException {
    run("pg_ctl", "stop", "-D", data().toString(), "-m", "fast", "-w");
    server.awaitEnd();
    server.close();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (server != null && server.isAlive()) {
      kill();
    }
  }
}
