package midgard.topology.router;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import midgard.schemas.Domain;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.Topics;
import midgard.topology.StoreNames;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Carries a second of the clock into every partition of every inbox. */
public final class Ticks {

  /** A record without a key goes to every partition, one with a key to its own. */
  public static final StreamPartitioner<byte[], byte[]> KEYLESS_TO_ALL =
      (topic, key, value, partitions) -> key == null ? all(partitions) : Optional.empty();

  private Ticks() {}

  private static Optional<Set<Integer>> all(int partitions) {
    return Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));
  }

  /**
   * @param origin what brought the tick about; gives the records their time and headers
   */
  static void forward(
      ProcessorContext<byte[], byte[]> context,
      Topics topics,
      InboxMessage tick,
      Record<byte[], byte[]> origin) {
    for (Domain domain : Domain.values()) {
      Topic<InboxMessage> inbox = topics.inbox(domain);
      byte[] bytes = inbox.value().serializer().serialize(inbox.name(), tick);
      context.forward(origin.withKey((byte[]) null).withValue(bytes), StoreNames.toInbox(domain));
    }
  }
}
