package midgard.service.reset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/** The folder in which Kafka Streams keeps the local state of one application. */
record StateFolder(Path path) {

  /** Its size in bytes; empty when it is not there. */
  Optional<Long> size() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(path)) {
      return Optional.of(files.mapToLong(file -> file.toFile().length()).sum());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Deletes it with all that is in it.
   *
   * @throws IllegalStateException when the system refuses
   */
  void delete() {
    try {
      Utils.delete(path.toFile());
    } catch (IOException e) {
      throw new IllegalStateException(
          "The state folder %s cannot be deleted: %s.".formatted(path, e.getMessage()), e);
    }
  }
}
