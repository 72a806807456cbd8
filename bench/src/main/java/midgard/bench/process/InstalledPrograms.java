package midgard.bench.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Servers that this machine has installed, as Debian's packages lay them. */
final class InstalledPrograms {
  private static final Path POSTGRESQL = Path.of("/usr/lib/postgresql");
  private static final List<Path> FOLDERS =
      List.of(Path.of("/usr/bin"), Path.of("/usr/sbin"), Path.of("/usr/local/bin"));

  private InstalledPrograms() {}

  /** The folder of the newest PostgreSQL's programs. */
  static Optional<Path> postgreSql() {
    if (!Files.isDirectory(POSTGRESQL)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> versions = Files.newDirectoryStream(POSTGRESQL, "[0-9]*")) {
      Stream<Path> found = StreamSupport.stream(versions.spliterator(), false);
      return found
          .filter(version -> Files.isExecutable(version.resolve("bin/postgres")))
          .max(
              Comparator.comparingInt(
                  version -> Integer.parseInt(version.getFileName().toString())))
          .map(version -> version.resolve("bin"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static Optional<Path> redis() {
    return FOLDERS.stream()
        .map(folder -> folder.resolve("redis-server"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What a program says of its version, one line. */
  static String version(Path program) throws InterruptedException {
    try {
      Process asked = new ProcessBuilder(program.toString(), "--version").start();
      String answer = new String(asked.getInputStream().readAllBytes()).strip();
      asked.waitFor();
      return answer;
    } catch (IOException e) {
      return program.toString();
    }
  }
}
