package midgard.service.cli;

import midgard.topology.replay.LogPosition;
import midgard.topology.replay.LogRange;
import picocli.CommandLine.Option;

/** Which part of a log, the same in each of its partitions. */
final class RangeOptions {
  @Option(
      names = "--from",
      paramLabel = "OFFSET|TIME",
      converter = LogPositionConverter.class,
      description = "The first record, in each partition. Default: the oldest.")
  private LogPosition from = new LogPosition.Open();

  @Option(
      names = {"--to", "--until"},
      paramLabel = "OFFSET|TIME",
      converter = LogPositionConverter.class,
      description = "The last record, in each partition. Default: the newest.")
  private LogPosition to = new LogPosition.Open();

  LogRange range() {
    return new LogRange(from, to);
  }

  /** Whether an end was asked for. */
  boolean endsSooner() {
    return !(to instanceof LogPosition.Open);
  }
}
