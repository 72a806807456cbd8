package midgard.sql;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The topic of changes, read from wherever the database says. No consumer group: the database alone
 * knows how far it has come. Only what was committed is read. For one thread, but for {@link
 * #wakeup}.
 */
final class ChangeLog implements AutoCloseable {

  /**
   * The topic as the broker knows it now.
   *
   * @param id Kafka's id of the topic
   * @param earliest per partition, the first offset that is still kept
   * @param end per partition, the offset after the last committed record
   */
  record Extent(String id, Map<Integer, Long> earliest, Map<Integer, Long> end) {}

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** Waiting this long for more records gives fuller transactions and still reads as at once. */
  private static final int LINGER_MS = 100;

  private static final int LINGER_BYTES = 64 * 1024;
  private static final int BATCH = 5000;

  private final String topic;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Admin admin;

  ChangeLog(String topic, Map<String, Object> kafka) {
    this.topic = topic;
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // An offset that retention has overtaken must come to us as an error, not be skipped silently.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, LINGER_BYTES);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, LINGER_MS);
    admin = Admin.create(kafka);
    try {
      consumer =
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    } catch (KafkaException e) {
      admin.close();
      throw e;
    }
  }

  /**
   * @throws KafkaException when Kafka does not answer or has no such topic
   */
  Extent extent() throws InterruptedException {
    TopicDescription description;
    try {
      description = admin.describeTopics(List.of(topic)).topicNameValues().get(topic).get();
    } catch (ExecutionException e) {
      throw new KafkaException(
          "The topic %s cannot be read: %s".formatted(topic, e.getCause().getMessage()),
          e.getCause());
    }
    List<TopicPartition> partitions =
        partitions(description.partitions().stream().map(TopicPartitionInfo::partition).toList());
    return new Extent(
        description.topicId().toString(),
        byNumber(consumer.beginningOffsets(partitions, ANSWER)),
        byNumber(consumer.endOffsets(partitions, ANSWER)));
  }

  /** From now on {@link #poll} reads these partitions from these offsets. */
  void seek(Map<Integer, Long> next) {
    consumer.assign(partitions(next.keySet()));
    next.forEach((p, offset) -> consumer.seek(new TopicPartition(topic, p), offset));
  }

  ConsumerRecords<byte[], byte[]> poll() {
    return consumer.poll(POLL);
  }

  /** The offsets that the next poll starts at: past the markers of transactions, which are none. */
  Map<Integer, Long> positions() {
    Map<Integer, Long> positions = new HashMap<>();
    consumer.assignment().forEach(p -> positions.put(p.partition(), consumer.position(p, ANSWER)));
    return positions;
  }

  Map<Integer, Long> end(Collection<Integer> numbers) {
    return byNumber(consumer.endOffsets(partitions(numbers), ANSWER));
  }

  private List<TopicPartition> partitions(Collection<Integer> numbers) {
    return numbers.stream().map(number -> new TopicPartition(topic, number)).toList();
  }

  private static Map<Integer, Long> byNumber(Map<TopicPartition, Long> offsets) {
    Map<Integer, Long> byNumber = new HashMap<>();
    offsets.forEach((partition, offset) -> byNumber.put(partition.partition(), offset));
    return byNumber;
  }

  /** Ends a {@link #poll} that waits, from another thread, with a WakeupException. */
  void wakeup() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
    admin.close(Duration.ofSeconds(5));
  }
}
