package midgard.sql;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Gauge;
import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import midgard.schemas.change.Change;
import midgard.schemas.topic.Topic;
import midgard.sql.ProjectionOffsets.Stand;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the tables of the database equal to what the changes say: reads {@code world.changes} and
 * writes each change as the row that it is. Run it in a thread of its own; it ends with {@link
 * #close}, never by a fault: while PostgreSQL, Kafka or the schema registry is away it tries again,
 * and goes on exactly where the database says it stopped. The schema is migrated first, here, so
 * that a world can start while its database is away.
 *
 * <p>Two of them on one database do no harm: each batch is fenced by the offsets that it follows
 * on.
 *
 * <p>Metrics: {@code projection.changes} (meter), {@code projection.batch} (timer of transactions),
 * {@code projection.failures}, {@code projection.retries}, {@code projection.lost} (counters),
 * {@code projection.lag} (gauge; -1: not known).
 */
public final class Projection implements Runnable, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Projection.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LAG_INTERVAL = Duration.ofSeconds(1);
  private static final Duration CLOSE_WAIT = Duration.ofSeconds(10);

  private final Database database;
  private final Topic<Change> topic;
  private final Map<String, Object> kafka;
  private final Clock clock;
  private final ChangeWriter writer;
  private final ResumePoint resumePoint;
  private final Meter changes;
  private final Timer batches;
  private final Counter retries;

  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean started;
  private volatile ChangeLog open;
  private volatile Instant lastApplied;
  private volatile String trouble;
  private volatile long lag = -1;

  // Of the running thread only.
  private Map<Integer, Stand> stands = Map.of();
  private Map<Integer, Long> reached = Map.of();
  private Instant lagTaken = Instant.MIN;

  /**
   * @param kafka settings of the connection, at least {@code bootstrap.servers}
   * @param clock for the times in the tables of bookkeeping
   * @throws IllegalStateException when a change and the generated schema do not agree
   */
  public Projection(
      Database database,
      Topic<Change> topic,
      Map<String, Object> kafka,
      MetricRegistry metrics,
      Clock clock) {
    this.database = database;
    this.topic = topic;
    this.kafka = Map.copyOf(kafka);
    this.clock = clock;
    ProjectionOffsets offsets = new ProjectionOffsets(topic.name(), clock);
    this.writer =
        new ChangeWriter(
            database.dsl(),
            topic.value().deserializer(),
            new ChangeTables(),
            offsets,
            new ProjectionFailures(clock, metrics.counter("projection.failures")));
    this.resumePoint =
        new ResumePoint(database.dsl(), offsets, topic.name(), metrics.counter("projection.lost"));
    this.changes = metrics.meter("projection.changes");
    this.batches = metrics.timer("projection.batch");
    this.retries = metrics.counter("projection.retries");
    metrics.registerGauge("projection.lag", (Gauge<Long>) () -> lag);
  }

  /** Changes that are committed and not yet rows; empty while nobody can tell. */
  public OptionalLong lag() {
    return lag < 0 ? OptionalLong.empty() : OptionalLong.of(lag);
  }

  /** When the last batch was committed to the database; empty before the first. */
  public Optional<Instant> lastApplied() {
    return Optional.ofNullable(lastApplied);
  }

  /** What stops the projection now, for people; empty while it runs. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  @Override
  public void run() {
    started = true;
    Duration pause = FIRST_PAUSE;
    try {
      while (!isClosing()) {
        try (ChangeLog log = new ChangeLog(topic.name(), kafka)) {
          open = log;
          while (!isClosing()) {
            try {
              resume(log);
              pause = FIRST_PAUSE;
              follow(log);
            } catch (KafkaException e) {
              throw e;
            } catch (RuntimeException e) {
              pause = rest(pause, e);
              measureLag(log);
            }
          }
        } catch (WakeupException | InterruptException e) {
          LOG.debug("Woken up to close");
        } catch (KafkaException e) {
          lag = -1;
          pause = rest(pause, e);
        } finally {
          open = null;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  private void resume(ChangeLog log) throws InterruptedException {
    database.migrate();
    stands = resumePoint.find(log.extent());
    reached = new HashMap<>();
    stands.forEach((partition, stand) -> reached.put(partition, stand.next()));
    log.seek(reached);
    if (trouble != null) {
      LOG.info("The projection goes on");
      trouble = null;
    }
  }

  private void follow(ChangeLog log) throws InterruptedException {
    while (!isClosing()) {
      ConsumerRecords<byte[], byte[]> records = log.poll();
      if (!records.isEmpty() && !apply(records)) {
        LOG.info("The database was written by another hand: reading its offsets again");
        resume(log);
        continue;
      }
      reached = log.positions();
      if (!clock.instant().isBefore(lagTaken.plus(LAG_INTERVAL))) {
        measureLag(log);
      }
    }
  }

  private boolean apply(ConsumerRecords<byte[], byte[]> records) {
    try (Timer.Context time = batches.time()) {
      if (!writer.apply(records, stands)) {
        return false;
      }
    }
    records
        .nextOffsets()
        .forEach(
            (partition, next) ->
                stands.computeIfPresent(
                    partition.partition(),
                    (p, stand) -> new Stand(stand.topicId(), next.offset())));
    changes.mark(records.count());
    lastApplied = clock.instant();
    return true;
  }

  private void measureLag(ChangeLog log) {
    if (reached.isEmpty()) {
      return;
    }
    lag =
        log.end(reached.keySet()).entrySet().stream()
            .mapToLong(end -> Math.max(0, end.getValue() - reached.get(end.getKey())))
            .sum();
    lagTaken = clock.instant();
  }

  /** Waits before the next try, at once when closing, and says what the next pause is. */
  private Duration rest(Duration pause, RuntimeException fault) throws InterruptedException {
    retries.inc();
    String reason = rootCause(fault);
    if (!reason.equals(trouble)) {
      LOG.warn("The projection waits and tries again: {}", reason);
    }
    LOG.debug("The projection stopped", fault);
    trouble = reason;
    closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  static String rootCause(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = root.getMessage() == null ? root.toString() : root.getMessage();
    return text.lines().findFirst().orElse("");
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Ends after the batch in hand, and waits for that at most 10 seconds. */
  @Override
  public void close() {
    closing.countDown();
    ChangeLog log = open;
    if (log != null) {
      log.wakeup();
    }
    if (!started) {
      return;
    }
    try {
      if (!ended.await(CLOSE_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("The projection did not end within {} s", CLOSE_WAIT.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
