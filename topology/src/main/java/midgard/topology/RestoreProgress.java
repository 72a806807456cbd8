package midgard.topology;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Follows the rebuilding of stores from their changelogs. */
final class RestoreProgress implements StateRestoreListener {
  private final Map<String, Long> left = new ConcurrentHashMap<>();
  private final AtomicLong restored = new AtomicLong();

  @Override
  public void onRestoreStart(TopicPartition partition, String store, long start, long end) {
    if (end > start) {
      left.put(name(partition, store), end - start);
    }
  }

  @Override
  public void onBatchRestored(
      TopicPartition partition, String store, long batchEnd, long restoredRecords) {
    restored.addAndGet(restoredRecords);
    left.computeIfPresent(
        name(partition, store), (name, before) -> Math.max(0, before - restoredRecords));
  }

  @Override
  public void onRestoreEnd(TopicPartition partition, String store, long total) {
    left.remove(name(partition, store));
  }

  @Override
  public void onRestoreSuspended(TopicPartition partition, String store, long total) {
    left.remove(name(partition, store));
  }

  private static String name(TopicPartition partition, String store) {
    return store + "-" + partition.partition();
  }

  Map<String, Long> left() {
    return new TreeMap<>(left);
  }

  /** Records restored since the start of the process. */
  long restored() {
    return restored.get();
  }
}
