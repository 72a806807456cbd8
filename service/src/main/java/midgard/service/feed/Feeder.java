package midgard.service.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import midgard.service.feed.Outcome.Kind;
import midgard.service.feed.Target.TryAgain;

/**
 * Feeds a recording into a running world: in its order, at its own pace or another, never giving an
 * event up because of the one before it. What has an id may be sent again without harm.
 */
public final class Feeder {
  private static final int MAX_BATCH = 500;
  private static final int MAX_BATCH_BYTES = 1 << 20;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Target target;
  private final FeedOptions options;
  private final Clock clock;
  private final FeedListener listener;

  public Feeder(HttpTarget target, FeedOptions options, Clock clock, FeedListener listener) {
    this.target = target;
    this.options = options;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Feeds all of it.
   *
   * @throws FeedException when the file cannot be read, the server refuses altogether, or it was
   *     away for too long
   */
  public FeedReport feed(Recording recording) throws InterruptedException {
    Recording.Extent extent = recording.extent();
    listener.starts(extent.events());
    Instant start = clock.instant();
    Timeline timeline =
        new Timeline(
            extent.first(), extent.last(), start.toEpochMilli(), options.speed(), options.live());
    Run run = new Run(timeline, start);
    recording.read(run);
    run.finish();
    return run.report();
  }

  private final class Run implements Recording.Reader {
    private final Timeline timeline;
    private final Instant started;
    private final Rewrite rewrite;
    private final SecondTicks seconds;
    private final List<FedEvent> batch = new ArrayList<>();
    private int batchBytes;
    private long read;
    private long accepted;
    private long duplicate;
    private long rejected;
    private long ticks;
    private long lastStamp;

    Run(Timeline timeline, Instant started) {
      this.timeline = timeline;
      this.started = started;
      this.rewrite = new Rewrite(timeline);
      this.seconds = new SecondTicks(rewrite.prefix());
    }

    @Override
    public void event(long line, ObjectNode event, long time) throws InterruptedException {
      read++;
      rewrite.apply(event, time);
      seconds.from(event);
      lastStamp = Math.max(lastStamp, timeline.stamp(time));
      tickUpTo(lastStamp);
      waitFor(timeline.sendAfter(time));
      add(new FedEvent(line, event.toString()));
    }

    @Override
    public void bad(long line, String reason) {
      read++;
      reject(line, reason);
    }

    void finish() throws InterruptedException {
      if (lastStamp > 0) {
        tickUpTo(lastStamp + (1L + options.tickTail()) * 1000);
      }
      flush();
    }

    private void tickUpTo(long time) throws InterruptedException {
      if (!options.ticks()) {
        return;
      }
      for (long second = seconds.nextUpTo(time); second >= 0; second = seconds.nextUpTo(time)) {
        add(new FedEvent(0, seconds.tick(second).toString()));
      }
    }

    /** What was read before is sent before the pause, not after it. */
    private void waitFor(long sendAfter) throws InterruptedException {
      long pause = timeline.start() + sendAfter - clock.millis();
      if (pause > 0) {
        flush();
        pause = timeline.start() + sendAfter - clock.millis();
        if (pause > 0) {
          Thread.sleep(pause);
        }
      }
    }

    private void add(FedEvent event) throws InterruptedException {
      batch.add(event);
      batchBytes += event.json().getBytes(StandardCharsets.UTF_8).length;
      if (batch.size() >= MAX_BATCH || batchBytes >= MAX_BATCH_BYTES) {
        flush();
      }
    }

    private void flush() throws InterruptedException {
      List<FedEvent> left = List.copyOf(batch);
      batch.clear();
      batchBytes = 0;
      Instant since = clock.instant();
      Duration pause = FIRST_PAUSE;
      while (!left.isEmpty()) {
        int before = left.size();
        String why = "Kafka does not take the events";
        try {
          left = settle(left, target.send(left));
        } catch (TryAgain e) {
          why = e.getMessage();
        }
        if (left.size() < before) {
          since = clock.instant();
          pause = FIRST_PAUSE;
        }
        if (!left.isEmpty()) {
          if (Duration.between(since, clock.instant()).compareTo(options.patience()) > 0) {
            throw new FeedException(
                "%s; given up after %d s. So far: %s"
                    .formatted(why, options.patience().toSeconds(), report().line()));
          }
          listener.waiting(why);
          Thread.sleep(pause.toMillis());
          Duration doubled = pause.multipliedBy(2);
          pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }
      }
    }

    /** Counts what is settled; what is left must be sent again. */
    private List<FedEvent> settle(List<FedEvent> sent, List<Outcome> outcomes) {
      List<FedEvent> again = new ArrayList<>();
      long through = 0;
      for (int i = 0; i < sent.size(); i++) {
        FedEvent event = sent.get(i);
        Outcome outcome = outcomes.get(i);
        if (outcome.kind() == Kind.AGAIN) {
          again.add(event);
        } else if (event.isTick()) {
          ticks++;
        } else {
          through++;
          switch (outcome.kind()) {
            case ACCEPTED -> accepted++;
            case DUPLICATE -> duplicate++;
            default -> reject(event.line(), outcome.reason());
          }
        }
      }
      listener.advanced(through);
      return again;
    }

    private void reject(long line, String reason) {
      rejected++;
      listener.rejected(line, reason);
    }

    FeedReport report() {
      return new FeedReport(
          read, accepted, duplicate, rejected, ticks, Duration.between(started, clock.instant()));
    }
  }
}
