package midgard.sql;

import com.codahale.metrics.Counter;
import com.codahale.metrics.MetricRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the old rows of the histories every night at three, as {@link RetentionRules} says. Run
 * it in a thread of its own; it ends with {@link #close}, never by a fault: when the database is
 * away it tries again an hour later.
 *
 * <p>It goes by the computer's clock, so it is not for a world whose time is fed to it. Two of them
 * on one database do no harm. A projection that is rebuilt brings back what the topic still has of
 * the deleted rows; the next night takes them again.
 *
 * <p>Metric: {@code retention.deleted} (counter of rows).
 */
public final class Retention implements Runnable, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final LocalTime NIGHT = LocalTime.of(3, 0);
  private static final int BATCH = 5_000;
  private static final Duration BETWEEN_BATCHES = Duration.ofMillis(100);
  private static final Duration TRY_AGAIN = Duration.ofHours(1);
  // A computer that slept or was set to another time is late by this at most.
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final Duration CLOSE_WAIT = Duration.ofSeconds(10);

  private final OldRows oldRows;
  private final List<RetentionRule> rules = RetentionRules.all();
  private final Counter deleted;
  private final Clock clock;
  private final ZoneId zone;
  private final int batch;
  private final Duration tryAgain;

  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean started;

  /**
   * @param zone whose night it is
   */
  public Retention(Database database, MetricRegistry metrics, Clock clock, ZoneId zone) {
    this(database, metrics, clock, zone, BATCH, TRY_AGAIN);
  }

  Retention(
      Database database,
      MetricRegistry metrics,
      Clock clock,
      ZoneId zone,
      int batch,
      Duration tryAgain) {
    this.oldRows = new OldRows(database.dsl(), batch);
    this.deleted = metrics.counter("retention.deleted");
    this.clock = clock;
    this.zone = zone;
    this.batch = batch;
    this.tryAgain = tryAgain;
  }

  @Override
  public void run() {
    started = true;
    try {
      Instant due = nextNight(clock.instant());
      while (waitUntil(due)) {
        due = nightIsDone() ? nextNight(clock.instant()) : clock.instant().plus(tryAgain);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  /** The next three o'clock; on the day when the clocks skip that hour, the hour after. */
  Instant nextNight(Instant now) {
    ZonedDateTime here = now.atZone(zone);
    ZonedDateTime today = here.toLocalDate().atTime(NIGHT).atZone(zone);
    return today.toInstant().isAfter(now)
        ? today.toInstant()
        : here.toLocalDate().plusDays(1).atTime(NIGHT).atZone(zone).toInstant();
  }

  /** Whether that time came; false: closing. */
  private boolean waitUntil(Instant due) throws InterruptedException {
    Duration left = Duration.between(clock.instant(), due);
    while (left.compareTo(Duration.ZERO) > 0) {
      Duration wait = left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT;
      if (closing.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        return false;
      }
      left = Duration.between(clock.instant(), due);
    }
    return !isClosing();
  }

  private boolean nightIsDone() throws InterruptedException {
    try {
      deleteOld(clock.instant());
      return true;
    } catch (RuntimeException e) {
      LOG.warn(
          "Old rows could not be deleted, the next try is in {} minutes: {}",
          tryAgain.toMinutes(),
          Projection.rootCause(e));
      LOG.debug("Old rows could not be deleted", e);
      return false;
    }
  }

  /**
   * One night's work, unless it is closed in between.
   *
   * @throws org.jooq.exception.DataAccessException when the database is away; what went is gone
   */
  void deleteOld(Instant now) throws InterruptedException {
    for (RetentionRule rule : rules) {
      long rows = deleteOld(rule, now);
      if (rows > 0) {
        LOG.info(
            "Retention: {} rows of {} deleted, {} more than {} days ago",
            rows,
            rule.table().getName(),
            rule.time().getName(),
            rule.days());
      }
    }
  }

  private long deleteOld(RetentionRule rule, Instant now) throws InterruptedException {
    long rows = 0;
    while (!isClosing()) {
      int gone = oldRows.deleteBatch(rule, now);
      rows += gone;
      deleted.inc(gone);
      if (gone < batch) {
        break;
      }
      closing.await(BETWEEN_BATCHES.toMillis(), TimeUnit.MILLISECONDS);
    }
    return rows;
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Ends after the batch in hand, and waits for that at most 10 seconds. */
  @Override
  public void close() {
    closing.countDown();
    if (!started) {
      return;
    }
    try {
      if (!ended.await(CLOSE_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("Retention did not end within {} s", CLOSE_WAIT.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
