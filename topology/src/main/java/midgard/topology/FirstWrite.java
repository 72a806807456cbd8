package midgard.topology;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Puts one tombstone into every store of a task soon after it starts. A store whose changelog was
 * never written has no offset to remember; at the next start Kafka Streams 4.3 takes that, under
 * exactly-once, for a sign of corruption and rebuilds the whole task, however cleanly it was
 * closed.
 */
public final class FirstWrite {
  private static final Duration SOON = Duration.ofMillis(200);

  private FirstWrite() {}

  /**
   * @param tombstones each deletes a key that does not exist
   */
  public static void schedule(ProcessorContext<?, ?> context, List<Runnable> tombstones) {
    Cancellable[] punctuation = new Cancellable[1];
    punctuation[0] =
        context.schedule(
            SOON,
            PunctuationType.WALL_CLOCK_TIME,
            now -> {
              tombstones.forEach(Runnable::run);
              punctuation[0].cancel();
            });
  }
}
