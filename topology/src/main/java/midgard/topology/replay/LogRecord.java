package midgard.topology.replay;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A record of a topic as it lies in the log, undecoded.
 *
 * @param timestamp when the log took it in, ms UTC
 */
public record LogRecord(
    String topic,
    int partition,
    long offset,
    long timestamp,
    Optional<byte[]> key,
    Optional<byte[]> value) {

  /** The key as the text it is in every topic of a world. */
  public Optional<String> keyText() {
    return key.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** Where it lies: {@code inbox.player-0@4711}. */
  public String place() {
    return topic + "-" + partition + "@" + offset;
  }
}
