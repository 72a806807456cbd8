package midgard.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.coordinator.transaction.TransactionState;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogValue;

/**
 * A Kafka in a process of its own that wrote a record in a transaction and was told to commit it:
 * the coordinator has noted so in its log, and nobody has been told yet. There it waits to be
 * killed.
 */
final class KafkaProcess {
  static final TopicPartition PARTITION = new TopicPartition("mark", 0);
  static final String RECORD = "committed";

  private static final String LOG = "__transaction_state";

  private KafkaProcess() {}

  /** Starts {@link #main}. */
  static ChildJvm launch(Path dir, Path ready) throws IOException {
    return ChildJvm.launch(KafkaProcess.class, ready, List.of(dir.toString(), ready.toString()));
  }

  /**
   * Runs the Kafka.
   *
   * @param args its folder, and the file to write when all is as described
   */
  public static void main(String[] args) throws Exception {
    EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(args[0]));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic(PARTITION.topic(), Optional.of(1), Optional.empty())))
          .all()
          .get();
    }
    sendInATransaction(kafka);
    noteTheCommit(kafka);
    Files.createFile(Path.of(args[1]));
    Thread.sleep(Long.MAX_VALUE);
  }

  /** The producer stays open: closing it would end the transaction. */
  private static void sendInATransaction(EmbeddedKafka kafka) throws Exception {
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "mark"),
            new StringSerializer(),
            new StringSerializer());
    producer.initTransactions();
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(PARTITION.topic(), RECORD)).get();
  }

  /** Continues the coordinator's log as the coordinator does before it writes the markers. */
  private static void noteTheCommit(EmbeddedKafka kafka) throws Exception {
    ConsumerRecord<byte[], byte[]> ongoing = lastOfTheLog(kafka);
    ByteBuffer bytes = ByteBuffer.wrap(ongoing.value());
    short version = bytes.getShort();
    TransactionLogValue state = new TransactionLogValue(new ByteBufferAccessor(bytes), version);
    state
        .setTransactionStatus(TransactionState.PREPARE_COMMIT.id())
        .setProducerEpoch((short) (state.producerEpoch() + 1));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                // The only client that may write to Kafka's own topics.
                "client.id",
                "__admin_client"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  LOG,
                  ongoing.partition(),
                  ongoing.key(),
                  MessageUtil.toVersionPrefixedBytes(version, state)))
          .get();
    }
  }

  private static ConsumerRecord<byte[], byte[]> lastOfTheLog(EmbeddedKafka kafka) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(LOG).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      TopicPartition written =
          consumer.endOffsets(partitions).entrySet().stream()
              .filter(end -> end.getValue() > 0)
              .findFirst()
              .orElseThrow()
              .getKey();
      consumer.assign(List.of(written));
      consumer.seek(written, consumer.endOffsets(List.of(written)).get(written) - 1);
      List<ConsumerRecord<byte[], byte[]>> last = List.of();
      while (last.isEmpty()) {
        last = consumer.poll(Duration.ofMillis(100)).records(written);
      }
      return last.get(0);
    }
  }
}
