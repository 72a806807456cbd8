package midgard.topology.receipt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * How far {@code game.events} and each inbox partition have been worked off by this process.
 * Streams' own positions advance only when a store is written, so a message that changed nothing
 * would never be seen there.
 */
public final class AppliedOffsets {
  private record Wait(long offset, CompletableFuture<Void> done) {}

  private static final class Partition {
    private volatile long applied = -1;
    private volatile boolean awaited;
    private final List<Wait> waits = new ArrayList<>();
  }

  private final Map<TopicPartition, Partition> partitions = new ConcurrentHashMap<>();

  /** All agents of the domain have seen the record at this offset. */
  public void advance(TopicPartition partition, long offset) {
    Partition known = partition(partition);
    known.applied = offset;
    if (known.awaited) {
      release(known, offset);
    }
  }

  private static void release(Partition known, long offset) {
    synchronized (known.waits) {
      known.waits.removeIf(
          wait -> {
            boolean reached = wait.offset() <= offset;
            if (reached) {
              wait.done().complete(null);
            }
            return reached;
          });
      known.awaited = !known.waits.isEmpty();
    }
  }

  /** The last offset that was worked off; −1 when none was since the process started. */
  public long of(TopicPartition partition) {
    return partition(partition).applied;
  }

  /** All partitions of which this process has worked something off. */
  public Map<String, Long> all() {
    Map<String, Long> all = new TreeMap<>();
    partitions.forEach((partition, known) -> all.put(partition.toString(), known.applied));
    return all;
  }

  /** Done when the record at this offset has been worked off; fails when that takes longer. */
  public CompletableFuture<Void> await(TopicPartition partition, long offset, Duration atMost) {
    Partition known = partition(partition);
    CompletableFuture<Void> done = new CompletableFuture<>();
    synchronized (known.waits) {
      known.waits.add(new Wait(offset, done));
      known.awaited = true;
    }
    // The offset may have been reached while the wait was being entered.
    release(known, known.applied);
    return done.orTimeout(atMost.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
  }

  private Partition partition(TopicPartition partition) {
    Partition known = partitions.get(partition);
    return known != null ? known : partitions.computeIfAbsent(partition, p -> new Partition());
  }
}
