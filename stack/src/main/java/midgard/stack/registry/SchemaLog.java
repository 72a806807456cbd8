package midgard.stack.registry;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import midgard.stack.StackException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The registry's log: what was appended is in the store only once it was read back from the topic,
 * so an answer never says more than a restart would find again.
 */
final class SchemaLog implements AutoCloseable {
  static final String TOPIC = "_schemas";

  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final SchemaStore store;
  private final ReentrantLock writer = new ReentrantLock();

  /**
   * Opens the log and reads it to its end into the store.
   *
   * @throws StackException if the topic cannot be used as a registry's
   */
  SchemaLog(String bootstrapServers, SchemaStore store) {
    SchemaTopic.ensure(bootstrapServers, TOPIC);
    this.store = store;
    this.producer = producer(bootstrapServers);
    this.consumer = consumer(bootstrapServers);
    consumer.assign(List.of(PARTITION));
    consumer.seekToBeginning(List.of(PARTITION));
    try {
      exclusively(() -> true);
    } catch (RegistryError e) {
      close();
      throw new StackException("The schema registry does not start: " + e.getMessage(), e);
    }
  }

  private static KafkaProducer<byte[], byte[]> producer(String bootstrapServers) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    settings.put("linger.ms", 0);
    settings.put("max.block.ms", LIMIT.toMillis());
    settings.put("request.timeout.ms", 5_000);
    settings.put("delivery.timeout.ms", (int) LIMIT.toMillis());
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    settings.put("auto.offset.reset", "earliest");
    settings.put("default.api.timeout.ms", (int) LIMIT.toMillis());
    // Requests of one connection are answered in turn: a fetch that waits at the broker for new
    // records (500 ms by default) would hold up the question for the end of the log.
    settings.put("fetch.max.wait.ms", 5);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Runs a change alone, on a store that knows all that is in the log. */
  <T> T exclusively(Supplier<T> change) {
    writer.lock();
    try {
      catchUp(end());
      return change.get();
    } finally {
      writer.unlock();
    }
  }

  /**
   * Appends entries and waits until they are read back. Only within {@link #exclusively}.
   *
   * @throws RegistryError if they were not acknowledged in time; whether they are in the log is
   *     then found out before the next change
   */
  void append(LogEntry... entries) {
    long end = 0;
    try {
      for (LogEntry entry : entries) {
        LogCodec.Encoded record = LogCodec.encode(entry);
        end =
            producer
                    .send(new ProducerRecord<>(TOPIC, 0, record.key(), record.value()))
                    .get()
                    .offset()
                + 1;
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RecordTooLargeException tooLarge
          ? RegistryError.schemaTooLarge(tooLarge)
          : RegistryError.storeFailed(e.getCause());
    } catch (KafkaException e) {
      throw RegistryError.storeFailed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RegistryError.storeFailed(e);
    }
    catchUp(end);
  }

  private long end() {
    try {
      return consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
    } catch (KafkaException e) {
      throw RegistryError.storeFailed(e);
    }
  }

  private void catchUp(long end) {
    try {
      long deadline = System.nanoTime() + LIMIT.toNanos();
      while (consumer.position(PARTITION) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          apply(record);
        }
        if (System.nanoTime() > deadline) {
          throw new KafkaException("reading to offset " + end + " takes too long");
        }
      }
    } catch (KafkaException e) {
      throw RegistryError.storeFailed(e);
    }
  }

  /** A record that cannot be used stops the registry here: nothing behind it is skipped over. */
  private void apply(ConsumerRecord<byte[], byte[]> record) {
    try {
      if (record.key() == null) {
        throw new IOException("it has no key");
      }
      LogCodec.decode(record.key(), record.value()).ifPresent(store::apply);
    } catch (IOException e) {
      consumer.seek(PARTITION, record.offset());
      throw new KafkaException(
          "the record at offset %d of %s cannot be used: %s"
              .formatted(record.offset(), TOPIC, e.getMessage()),
          e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
    writer.lock();
    try {
      consumer.close();
    } finally {
      writer.unlock();
    }
  }
}
