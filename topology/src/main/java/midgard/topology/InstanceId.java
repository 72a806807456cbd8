package midgard.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.kafka.common.Uuid;

/**
 * The name under which an instance is known to its group for as long as its state folder lives.
 *
 * <p>With it a killed instance that comes back takes its own place at once; without it the group
 * first waits until the dead member's session ends. It stays with the state, so that two instances
 * never have the same one, and an instance that lost its state is a new member.
 */
final class InstanceId {
  private static final String FILE = "instance-id";

  private InstanceId() {}

  /** The id that is kept in the folder; made at the first start. */
  static String keptIn(Path stateDir) {
    Path file = stateDir.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(stateDir);
        Path partial = stateDir.resolve(FILE + ".part");
        Files.writeString(partial, Uuid.randomUuid().toString());
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder of local state cannot be used (" + e.getMessage() + "). Set DATA_DIR.", e);
    }
  }
}
