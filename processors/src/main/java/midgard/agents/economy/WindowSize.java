package midgard.agents.economy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/** The sizes of item windows. Minutes and hours are cut from 1970 UTC, days in the world's zone. */
public enum WindowSize {
  MINUTE("1m", Duration.ofMinutes(1), Duration.ofDays(2)),
  HOUR("1h", Duration.ofHours(1), Duration.ofDays(31)),
  /** 23 or 25 hours long where the zone changes its clocks. */
  DAY("1d", Duration.ofDays(1), Duration.ofDays(400));

  private final String id;
  private final Duration length;
  private final Duration retention;

  WindowSize(String id, Duration length, Duration retention) {
    this.id = id;
    this.length = length;
    this.retention = retention;
  }

  /** As it stands in rows and questions: {@code 1m}. */
  public String id() {
    return id;
  }

  public Duration length() {
    return length;
  }

  /** How long closed windows are kept in the store; the database keeps them longer. */
  public Duration retention() {
    return retention;
  }

  /** The start of the window that holds an instant, both in ms UTC. */
  public long startOf(long time, ZoneId zone) {
    if (this == DAY) {
      return dayOf(time, zone).atStartOfDay(zone).toInstant().toEpochMilli();
    }
    return Math.floorDiv(time, length.toMillis()) * length.toMillis();
  }

  /** The first instant after the window that starts here. */
  public long endOf(long start, ZoneId zone) {
    if (this == DAY) {
      return dayOf(start, zone).plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    }
    return start + length.toMillis();
  }

  private static LocalDate dayOf(long time, ZoneId zone) {
    return Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
  }

  /** The size with this {@link #id}. */
  public static Optional<WindowSize> byId(String id) {
    return Arrays.stream(values()).filter(size -> size.id.equals(id)).findFirst();
  }
}
