package midgard.service.models;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Requests that were read and are not answered yet. Answers come in any order; what is committed is
 * the place before which all are answered.
 */
final class UnderWay {
  private static final class Part {
    private final NavigableSet<Long> open = new TreeSet<>();
    private long next;
    private long committed = -1;
  }

  private final Map<TopicPartition, Part> parts = new HashMap<>();

  synchronized void begin(TopicPartition partition, long offset) {
    Part part = parts.computeIfAbsent(partition, p -> new Part());
    part.open.add(offset);
    part.next = offset + 1;
  }

  synchronized void end(TopicPartition partition, long offset) {
    Part part = parts.get(partition);
    if (part != null) {
      part.open.remove(offset);
    }
  }

  /** Forgets a partition that somebody else goes on with. */
  synchronized void forget(TopicPartition partition) {
    parts.remove(partition);
  }

  synchronized int size() {
    return parts.values().stream().mapToInt(part -> part.open.size()).sum();
  }

  /** What can be committed and was not yet. */
  synchronized Map<TopicPartition, OffsetAndMetadata> committable() {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    parts.forEach(
        (partition, part) -> {
          long place = part.open.isEmpty() ? part.next : part.open.first();
          if (place > part.committed) {
            offsets.put(partition, new OffsetAndMetadata(place));
          }
        });
    return offsets;
  }

  synchronized void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
    offsets.forEach(
        (partition, place) -> {
          Part part = parts.get(partition);
          if (part != null) {
            part.committed = place.offset();
          }
        });
  }
}
