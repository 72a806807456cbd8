package midgard.topology;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Local state is a copy of the changelogs. One that cannot be opened (a damaged disk, files cut
 * short) is therefore given up and rebuilt; Kafka Streams 4.3 by itself refuses to start with it.
 * What shows its damage only later, when it is read, Kafka Streams gives up by itself.
 */
final class LocalState {
  private static final Logger LOG = LoggerFactory.getLogger(LocalState.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private LocalState() {}

  /**
   * Starts an instance with the local state that there is, or else without any.
   *
   * @param fresh makes one that was never started
   * @throws ProcessorStateException when not even a new local state can be made
   */
  static KafkaStreams startWith(Supplier<KafkaStreams> fresh) {
    KafkaStreams streams = fresh.get();
    try {
      streams.start();
      return streams;
    } catch (ProcessorStateException e) {
      LOG.warn(
          "The local state cannot be used and is rebuilt from the changelogs: {}{}",
          e.getMessage(),
          e.getCause() == null ? "" : " (" + e.getCause().getMessage() + ")");
      streams.close(CloseOptions.timeout(CLOSE_WITHIN));
      streams.cleanUp();
    }
    KafkaStreams anew = fresh.get();
    anew.start();
    return anew;
  }
}
