package midgard.stack;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A Redis server in a folder, as a child process, reached on loopback only and without a password.
 * Writes go to an append-only file that is synced every second.
 *
 * <p>Only the program comes from the embedding library: its launcher stops Redis in a shutdown hook
 * of its own, before those who still need it, and leaves files in the machine's folder for
 * temporary files.
 */
public final class EmbeddedRedis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);
  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
  private static final int PROBE_INTERVAL_MILLIS = 20;

  private final Process process;
  private final int port;

  private EmbeddedRedis(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts a server on a free port, with its log in its folder. */
  public static EmbeddedRedis start(Path dir) {
    return start(dir, 0, dir.resolve("redis.log"));
  }

  /**
   * Starts the server and waits until it has loaded its data. A server that an earlier, killed run
   * left behind in this folder is stopped first.
   *
   * @param dir for program and data
   * @param port 0 picks a free one
   * @param log where the server writes its messages
   * @throws StackException if it does not come up
   */
  public static EmbeddedRedis start(Path dir, int port, Path log) {
    Path folder = dir.toAbsolutePath().normalize();
    Path logFile = log.toAbsolutePath();
    try {
      stopOrphan(folder);
      Path data = Files.createDirectories(folder.resolve("data"));
      Files.createDirectories(logFile.getParent());
      Path program = RedisProgram.unpackTo(folder.resolve("bin"));
      int chosen = Ports.orFree(port);
      Process process =
          launch(
              data,
              logFile,
              List.of(
                  program.toString(),
                  "--bind",
                  Ports.HOST,
                  "--port",
                  Integer.toString(chosen),
                  "--dir",
                  data.toString(),
                  "--appendonly",
                  "yes",
                  "--appendfsync",
                  "everysec",
                  "--save",
                  "",
                  "--logfile",
                  logFile.toString()));
      awaitReady(process, chosen, logFile);
      LOG.info("Redis listens on {}:{}", Ports.HOST, chosen);
      return new EmbeddedRedis(process, chosen);
    } catch (IOException e) {
      throw new StackException("Redis does not start in " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Stops the server that a killed process left behind in this folder, if there is one. */
  static void stopOrphan(Path dir) {
    Orphans.stopThoseOf(dir, Part.REDIS.title(), Orphans.Signal.TERMINATE);
  }

  /**
   * Starts it in a session of its own where the system has a command for that: Ctrl-C goes to all
   * programs of a terminal's session at once, and Redis would be gone before those who use it.
   */
  private static Process launch(Path dir, Path log, List<String> command) throws IOException {
    List<String> inOwnSession = new ArrayList<>(List.of("setsid"));
    inOwnSession.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(inOwnSession)
            .directory(dir.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
    try {
      return builder.start();
    } catch (IOException noSuchCommand) {
      return builder.command(command).start();
    }
  }

  private static void awaitReady(Process process, int port, Path log) {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < deadline && !exitedWithin(process, PROBE_INTERVAL_MILLIS)) {
      if (answers(port)) {
        return;
      }
    }
    process.destroy();
    throw new StackException(
        "Redis does not start on port " + port + ". Its own words are in " + log + ".");
  }

  private static boolean exitedWithin(Process process, long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** False also while it loads its file: it answers PING with an error then. */
  private static boolean answers(int port) {
    try (Jedis jedis = new Jedis(Ports.HOST, port)) {
      return "PONG".equals(jedis.ping());
    } catch (JedisException notYet) {
      return false;
    }
  }

  /** {@code redis://host:port}. */
  public String url() {
    return "redis://" + Ports.HOST + ":" + port;
  }

  /** Whether the server process lives. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Stops the server after it has written what it holds. */
  @Override
  public void close() {
    process.destroy();
    if (!exitedWithin(process, STOP_LIMIT.toMillis())) {
      LOG.warn("Redis on port {} does not stop; it is ended by force", port);
      process.destroyForcibly();
    }
  }
}
