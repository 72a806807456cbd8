package midgard.stack;

import static redis.embedded.core.ExecutableProvider.newProvidedVersionsMap;
import static redis.embedded.model.OsArchitecture.UNIX_x86;
import static redis.embedded.model.OsArchitecture.UNIX_x86_64;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/**
 * The Redis server program for this machine, out of the library's jar.
 *
 * <p>The program for 64-bit Linux needs OpenSSL 3 on the machine; the one for 32 bits is complete
 * in itself and runs on the same machines (its data may grow to 3 GB), so it steps in.
 */
final class RedisProgram {
  private RedisProgram() {}

  /**
   * Unpacks the program if it is not there yet.
   *
   * @throws StackException if there is none for this machine
   */
  static Path unpackTo(Path dir) throws IOException {
    Map<OsArchitecture, String> programs = newProvidedVersionsMap();
    OsArchitecture machine = OsArchitecture.detectOSandArchitecture();
    Stream<OsArchitecture> candidates =
        machine.equals(UNIX_x86_64) ? Stream.of(UNIX_x86_64, UNIX_x86) : Stream.of(machine);
    List<String> resources =
        candidates.map(programs::get).flatMap(name -> Optional.ofNullable(name).stream()).toList();
    Files.createDirectories(dir);
    for (String resource : resources) {
      Path program = unpack(resource, dir);
      if (runs(program)) {
        return program;
      }
    }
    throw new StackException(
        "There is no Redis in the package that runs on this machine (%s %s). Start one and set REDIS_URL."
            .formatted(machine.os, machine.arch));
  }

  private static Path unpack(String resource, Path dir) throws IOException {
    Path program = dir.resolve(resource.substring(resource.lastIndexOf('/') + 1));
    if (Files.exists(program)) {
      return program;
    }
    Path partial = dir.resolve(program.getFileName() + ".part");
    try (InputStream in = ExecutableProvider.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the package lacks " + resource);
      }
      Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!partial.toFile().setExecutable(true, true)) {
      throw new IOException("cannot make " + partial + " executable");
    }
    return Files.move(partial, program, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean runs(Path program) throws IOException {
    Process probe;
    try {
      probe =
          new ProcessBuilder(program.toString(), "--version")
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
    } catch (IOException cannotExecute) {
      return false;
    }
    try {
      return probe.waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
