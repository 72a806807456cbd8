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
 * The name under which an instance is known to its group, kept beside its state folder.
 *
 * <p>With it a killed instance that comes back takes its own place at once, also when its state is
 * lost. Without it the group first waits for the dead member: until its session ends, or, as was
 * seen when Kafka itself had just been killed too, until the time for a rebalance is over. Each
 * state folder has a name of its own, so two instances never have the same one.
 */
final class InstanceId {
  private static final String ENDING = ".instance-id";

  /** As {@link Uuid} writes it. */
  private static final Pattern WHOLE = Pattern.compile("[A-Za-z0-9_-]{22}");

  private InstanceId() {}

  /** The id that is kept beside the folder; made at the first start, and anew when damaged. */
  static String keptBeside(Path stateDir) {
    Path file = file(stateDir);
    try {
      Optional<String> kept = read(file);
      if (kept.isPresent()) {
        return kept.get();
      }
      String made = Uuid.randomUuid().toString();
      Files.createDirectories(file.getParent());
      Path partial = file.resolveSibling(file.getFileName() + ".part");
      Files.writeString(partial, made);
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder of local state cannot be used (" + e.getMessage() + "). Set DATA_DIR.", e);
    }
  }

  static Path file(Path stateDir) {
    Path whole = stateDir.toAbsolutePath();
    return whole.resolveSibling(whole.getFileName() + ENDING);
  }

  private static Optional<String> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String kept = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
    return WHOLE.matcher(kept).matches() ? Optional.of(kept) : Optional.empty();
  }
}
