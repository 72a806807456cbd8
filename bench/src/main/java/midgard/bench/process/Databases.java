package midgard.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import midgard.stack.EmbeddedPostgreSql;

/** PostgreSQL and Redis: what this machine has installed, or else what the stack brings along. */
public final class Databases {
  private Databases() {}

  /** A PostgreSQL with the world's database, not started yet. */
  public static ServerProcess postgreSql(Path folder) throws IOException, InterruptedException {
    Optional<Path> programs = InstalledPrograms.postgreSql();
    return programs.isPresent() && isUsable(InstalledPostgreSql.USER, folder)
        ? new InstalledPostgreSql(programs.get(), folder)
        : EmbeddedServer.postgreSql(folder);
  }

  /** A Redis, not started yet. */
  public static ServerProcess redis(Path folder) throws IOException, InterruptedException {
    Optional<Path> program = InstalledPrograms.redis();
    return program.isPresent() && isUsable(InstalledRedis.USER, folder)
        ? new InstalledRedis(program.get(), folder)
        : EmbeddedServer.redis(folder);
  }

  /** A folder below a private one cannot be used by another user. */
  private static boolean isUsable(ServerUser user, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    return user.reaches(folder.toAbsolutePath());
  }

  /**
   * The world's database.
   *
   * @param port of the server, or of a proxy before it
   */
  public static String databaseUrl(int port) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s"
        .formatted(port, EmbeddedPostgreSql.DATABASE, EmbeddedPostgreSql.USER);
  }

  /**
   * Redis' address.
   *
   * @param port of the server, or of a proxy before it
   */
  public static String redisUrl(int port) {
    return "redis://127.0.0.1:" + port;
  }
}
