package midgard.bench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** The Redis that this machine has installed, in a folder of its own. */
final class InstalledRedis implements ServerProcess {
  static final ServerUser USER = new ServerUser("redis");

  private static final Duration READY_WITHIN = Duration.ofSeconds(30);

  private final Path program;
  private final Path folder;
  private final int port = FreePorts.pick(1).get(0);
  private ChildProcess server;

  InstalledRedis(Path program, Path folder) {
    this.program = program;
    this.folder = folder.toAbsolutePath();
  }

  @Override
  public String program() {
    try {
      return InstalledPrograms.version(program).replaceFirst(".*\\bv=(\\S+).*", "Redis $1");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "Redis";
    }
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void start() throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    USER.createFolder(data);
    server =
        ChildProcess.start(
            "Redis",
            USER.run(
                List.of(
                    program.toString(),
                    "--bind",
                    "127.0.0.1",
                    "--port",
                    Integer.toString(port),
                    "--dir",
                    data.toString(),
                    "--appendonly",
                    "yes",
                    "--save",
                    "")),
            folder,
            folder.resolve("output.txt"));
    Waiting.untilReady("Redis", server, READY_WITHIN, this::answers);
  }

  private boolean answers() {
    try (Jedis jedis = new Jedis("127.0.0.1", port)) {
      return "PONG".equals(jedis.ping());
    } catch (JedisException notYet) {
      return false;
    }
  }

  @Override
  public void kill() throws InterruptedException {
    server.kill();
  }

  @Override
  public void stop() throws InterruptedException {
    server.stop();
  }

  @Override
  public void close() throws InterruptedException {
    if (server != null) {
      server.close();
    }
  }
}
