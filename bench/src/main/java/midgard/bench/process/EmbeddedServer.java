package midgard.bench.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import midgard.stack.EmbeddedPostgreSql;
import midgard.stack.EmbeddedRedis;

/** A server of the embedded stack, for a machine that has none installed. */
final class EmbeddedServer implements ServerProcess {
  private interface Opening {
    AutoCloseable open(Path folder, int port);
  }

  private final String program;
  private final Path folder;
  private final Opening opening;
  private final int port = FreePorts.pick(1).get(0);
  private AutoCloseable server;

  private EmbeddedServer(String program, Path folder, Opening opening) {
    this.program = program;
    this.folder = folder.toAbsolutePath();
    this.opening = opening;
  }

  static EmbeddedServer postgreSql(Path folder) {
    return new EmbeddedServer(
        "the embedded PostgreSQL",
        folder,
        (dir, port) -> EmbeddedPostgreSql.start(dir, port, dir.resolve("output.txt")));
  }

  static EmbeddedServer redis(Path folder) {
    return new EmbeddedServer(
        "the embedded Redis",
        folder,
        (dir, port) -> EmbeddedRedis.start(dir, port, dir.resolve("output.txt")));
  }

  @Override
  public String program() {
    return program;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void start() {
    server = opening.open(folder, port);
  }

  /**
   * Kills all that runs from the folder, where the stack unpacks its programs, and gives the folder
   * free.
   */
  @Override
  public void kill() throws InterruptedException {
    killAll();
    if (server != null) {
      stop();
    }
  }

  private void killAll() throws InterruptedException {
    List<ProcessHandle> running = ProcessHandle.allProcesses().filter(this::isOurs).toList();
    running.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle process : running) {
      Waiting.until(ProcessState.GONE, process.pid());
    }
  }

  private boolean isOurs(ProcessHandle process) {
    Optional<String> command = process.info().command();
    return command.isPresent() && Path.of(command.get()).startsWith(folder);
  }

  @Override
  public void stop() {
    try {
      server.close();
      server = null;
    } catch (Exception e) {
      throw new IllegalStateException(program + " did not stop: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
