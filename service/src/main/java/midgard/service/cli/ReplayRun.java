package midgard.service.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import midgard.topology.replay.Difference;
import midgard.topology.replay.LogRecord;
import midgard.topology.replay.LogSource;
import midgard.topology.replay.Replay;
import midgard.topology.replay.Turn;
import midgard.topology.replay.Verification;
import org.apache.kafka.common.TopicPartition;

/** One replay as it goes: works records off, shows and compares what they bring about. */
final class ReplayRun implements LogSource.Reader {
  /** What is wanted of the run besides the states. */
  interface Watcher {
    /** A traced key was touched. */
    void traced(Turn turn, TraceKey key);

    void failed(Turn turn, Turn.Failed failure);

    void unreadable(LogRecord record);

    /** A partition begins whose first records are missing. */
    void late(String topic, int partition);
  }

  private final Replay replay;
  private final List<TraceKey> traces;
  private final Optional<Verification> verification;
  private final Map<TopicPartition, Long> committed;
  private final ReadProgress progress;
  private final Watcher watcher;
  private Optional<Difference> difference = Optional.empty();
  private long messages;
  private long failures;

  /**
   * @param committed only what lies before these offsets is worked off; empty: everything
   */
  ReplayRun(
      Replay replay,
      List<TraceKey> traces,
      Optional<Verification> verification,
      Map<TopicPartition, Long> committed,
      ReadProgress progress,
      Watcher watcher) {
    this.replay = replay;
    this.traces = traces;
    this.verification = verification;
    this.committed = committed;
    this.progress = progress;
    this.watcher = watcher;
  }

  @Override
  public void atMost(long records) {
    progress.atMost(records);
  }

  @Override
  public void partition(String topic, int partition, boolean whole) {
    if (!whole) {
      watcher.late(topic, partition);
    }
  }

  @Override
  public boolean record(LogRecord record) {
    progress.advanced();
    if (!isCommitted(record)) {
      return true;
    }
    messages++;
    Optional<Turn> turn = replay.process(record);
    if (turn.isEmpty()) {
      failures++;
      watcher.unreadable(record);
      return true;
    }
    watch(turn.get());
    if (verification.isPresent()) {
      difference = verification.get().compare(turn.get());
    }
    return difference.isEmpty();
  }

  private boolean isCommitted(LogRecord record) {
    return committed.isEmpty()
        || record.offset()
            < committed.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
  }

  private void watch(Turn turn) {
    for (Turn.Failed failure : turn.failures()) {
      failures++;
      watcher.failed(turn, failure);
    }
    for (TraceKey key : traces) {
      if (key.touchedBy(turn)) {
        watcher.traced(turn, key);
      }
    }
  }

  /** The first change that differs from what was recorded. */
  Optional<Difference> difference() {
    return difference.or(() -> verification.flatMap(v -> v.leftOver(replay.progress())));
  }

  long messages() {
    return messages;
  }

  long failures() {
    return failures;
  }
}
