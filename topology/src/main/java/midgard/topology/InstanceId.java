package midgard.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;
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

  /** As {@link Uuid} writes it. */
  private static final Pattern WHOLE = Pattern.compile("[A-Za-z0-9_-]{22}");

  private InstanceId() {}

  /** The id that is kept in the folder; made at the first start, and anew when it is damaged. */
  static String keptIn(Path stateDir) {
    Path file = stateDir.resolve(FILE);
    try {
      Optional<String> kept = read(file);
      if (kept.isPresent()) {
        return kept.get();
      }
      String made = Uuid.randomUuid().toString();
      Files.createDirectories(stateDir);
      Path partial = stateDir.resolve(FILE + ".part");
      Files.writeString(partial, made);
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder of local state cannot be used (" + e.getMessage() + "). Set DATA_DIR.", e);
    }
  }

  private static Optional<String> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String kept = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
    return WHOLE.matcher(kept).matches() ? Optional.of(kept) : Optional.empty();
  }
}
