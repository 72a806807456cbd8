package midgard.topology.replay;

/** Where a range of a log begins or ends, in each of its partitions. */
public sealed interface LogPosition {

  /** The log's own beginning or end. */
  record Open() implements LogPosition {}

  /** A record's number in its partition; 0 or more. */
  record AtOffset(long offset) implements LogPosition {}

  /** When the log took a record in, ms UTC. */
  record AtTime(long time) implements LogPosition {}
}
