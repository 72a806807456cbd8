package midgard.topology.replay;

import midgard.topology.replay.LogPosition.AtOffset;
import midgard.topology.replay.LogPosition.AtTime;
import midgard.topology.replay.LogPosition.Open;

/** A part of a log, the same in all its partitions; both ends belong to it. */
public record LogRange(LogPosition from, LogPosition until) {
  public static final LogRange ALL = new LogRange(new Open(), new Open());

  /** Whether a record lies before the range. */
  public boolean startsAfter(LogRecord record) {
    if (from instanceof AtOffset at) {
      return record.offset() < at.offset();
    }
    return from instanceof AtTime at && record.timestamp() < at.time();
  }

  /** Whether a record lies behind the range; then all that follow it in its partition do. */
  public boolean endsBefore(LogRecord record) {
    if (until instanceof AtOffset at) {
      return record.offset() > at.offset();
    }
    return until instanceof AtTime at && record.timestamp() > at.time();
  }
}
