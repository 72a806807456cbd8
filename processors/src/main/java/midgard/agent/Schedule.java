package midgard.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a job of the world's clock runs. All times in ms UTC. */
public sealed interface Schedule {

  /** The first time after an instant at which the job is due. */
  long next(long after, ZoneId zone);

  /** Whether a world that never ran the job runs it at its first tick. */
  boolean runsWhenNew();

  /**
   * Once a day at a time of the world's zone. A time that a clock change skips is moved past it.
   */
  record Daily(LocalTime at) implements Schedule {
    @Override
    public long next(long after, ZoneId zone) {
      ZonedDateTime day = Instant.ofEpochMilli(after).atZone(zone);
      long today = day.with(at).toInstant().toEpochMilli();
      return today > after ? today : day.plusDays(1).with(at).toInstant().toEpochMilli();
    }

    @Override
    public boolean runsWhenNew() {
      return true;
    }
  }

  /** Whenever a multiple of the period, counted from 1970, is passed. */
  record Every(Duration period) implements Schedule {
    @Override
    public long next(long after, ZoneId zone) {
      return (Math.floorDiv(after, period.toMillis()) + 1) * period.toMillis();
    }

    @Override
    public boolean runsWhenNew() {
      return false;
    }
  }
}
