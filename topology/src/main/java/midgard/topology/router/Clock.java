package midgard.topology.router;

import java.time.Duration;
import midgard.schemas.Cause;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.inbox.Tick;
import midgard.schemas.topic.Topics;
import midgard.topology.ClockSource;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The wall's clock: a tick per second from the one task that owns partition 0 of {@code
 * game.events}. A clock that is set back ticks on; the agents' side ignores what is not later.
 */
public final class Clock implements Processor<byte[], byte[], byte[], byte[]> {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Topics topics;
  private final ClockSource source;

  public Clock(Topics topics, ClockSource source) {
    this.topics = topics;
    this.source = source;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    if (source == ClockSource.WALL && context.taskId().partition() == 0) {
      context.schedule(
          SECOND, PunctuationType.WALL_CLOCK_TIME, now -> tick(context, now / 1000 * 1000));
    }
  }

  private void tick(ProcessorContext<byte[], byte[]> context, long second) {
    Cause cause = new Cause("clock", 0, second / 1000, "tick-" + second);
    InboxMessage tick = new InboxMessage(second, cause, null, null, new Tick());
    Ticks.forward(context, topics, tick, new Record<>(null, null, second));
  }

  @Override
  public void process(Record<byte[], byte[]> event) {
    // Only time makes the clock tick.
  }
}
