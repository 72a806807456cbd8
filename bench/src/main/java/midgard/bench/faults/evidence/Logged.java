package midgard.bench.faults.evidence;

import java.util.Optional;
import midgard.topology.replay.LogRecord;

/** A record of a topic, read. */
public record Logged<T>(
    String topic, int partition, long offset, Optional<String> key, byte[] bytes, T value) {

  static <T> Logged<T> of(LogRecord record, T value) {
    return new Logged<>(
        record.topic(),
        record.partition(),
        record.offset(),
        record.keyText(),
        record.value().orElse(new byte[0]),
        value);
  }

  /** Where it lies: {@code inbox.player-0@17}. */
  public String place() {
    return topic + "-" + partition + "@" + offset;
  }
}
