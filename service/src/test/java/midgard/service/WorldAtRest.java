package midgard.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import midgard.schemas.Domain;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.Topics;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;

/** Waits until a world has worked off all that it was fed. For worlds whose clock is the feed's. */
public final class WorldAtRest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private WorldAtRest() {}

  /** Until so many events were accepted since the start and all inboxes are worked off. */
  public static void await(Service service, long events) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> service.parts().metrics().counter("router.accepted").getCount() == events);
    Awaitility.await().atMost(PATIENCE).until(() -> isAtRest(service));
  }

  /** Whether every inbox is worked off and none grew meanwhile. */
  private static boolean isAtRest(Service service) {
    Map<TopicPartition, Long> before = inboxEnds(service);
    // The end of a transactional log is a commit marker behind the last record.
    return before.entrySet().stream()
            .allMatch(
                end ->
                    end.getValue() == 0
                        || service.parts().world().get().applied().of(end.getKey())
                            >= end.getValue() - 2)
        && inboxEnds(service).equals(before);
  }

  private static Map<TopicPartition, Long> inboxEnds(Service service) {
    Topics topics = service.parts().topics().get();
    List<TopicPartition> partitions = new ArrayList<>();
    for (Domain domain : Domain.values()) {
      Topic<?> inbox = topics.inbox(domain);
      for (int i = 0; i < inbox.partitions(); i++) {
        partitions.add(new TopicPartition(inbox.name(), i));
      }
    }
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", service.addresses().bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      return new HashMap<>(consumer.endOffsets(partitions));
    }
  }
}
