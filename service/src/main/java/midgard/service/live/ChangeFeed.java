package midgard.service.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import midgard.schemas.change.Change;
import midgard.schemas.topic.Topic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows world.changes from its end. Every instance of the service follows all of it, so that each
 * can serve its own listeners whatever else is away. What was there before is in the snapshot that
 * a listener starts with.
 */
public final class ChangeFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final long CLOSE_MILLIS = 3_000;

  private final Topic<Change> topic;
  private final Consumer<String, byte[]> consumer;
  private final List<ChangeListener> listeners;
  private final Thread thread;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicLong unreadable = new AtomicLong();

  private ChangeFeed(
      Topic<Change> topic, Consumer<String, byte[]> consumer, List<ChangeListener> listeners) {
    this.topic = topic;
    this.consumer = consumer;
    this.listeners = List.copyOf(listeners);
    this.thread = new Thread(this::run, "change-feed");
  }

  /** Starts to follow; the topic must exist. */
  public static ChangeFeed start(
      String bootstrapServers, Topic<Change> topic, List<ChangeListener> listeners) {
    Consumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "midgard-live",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "latest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(
        IntStream.range(0, topic.partitions())
            .mapToObj(partition -> new TopicPartition(topic.name(), partition))
            .toList());
    consumer.seekToEnd(consumer.assignment());
    ChangeFeed feed = new ChangeFeed(topic, consumer, listeners);
    feed.thread.setDaemon(true);
    feed.thread.start();
    return feed;
  }

  private void run() {
    try {
      while (!closed.get()) {
        round();
      }
    } finally {
      consumer.close();
    }
  }

  private void round() {
    try {
      List<LiveChange> changes = new ArrayList<>();
      for (ConsumerRecord<String, byte[]> changed : consumer.poll(POLL)) {
        read(changed, changes);
      }
      if (!changes.isEmpty()) {
        listeners.forEach(listener -> listener.changed(changes));
        delivered.addAndGet(changes.size());
      }
    } catch (WakeupException e) {
      LOG.debug("The feed of changes is told to stop.");
    } catch (KafkaException e) {
      LOG.warn("Changes cannot be followed at the moment: {}", e.getMessage());
      pause();
    }
  }

  /** One that cannot be read is counted and passed by; PostgreSQL's projection keeps its bytes. */
  private void read(ConsumerRecord<String, byte[]> changed, List<LiveChange> changes) {
    try {
      Change change = topic.value().deserializer().deserialize(topic.name(), changed.value());
      changes.add(LiveChange.of(changed.partition(), changed.offset(), change));
    } catch (RuntimeException e) {
      unreadable.incrementAndGet();
      LOG.warn(
          "The change at {}-{}@{} cannot be read: {}",
          changed.topic(),
          changed.partition(),
          changed.offset(),
          e.getMessage());
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed.set(true);
    }
  }

  /** Whether it still follows. */
  public boolean running() {
    return thread.isAlive() && !closed.get();
  }

  /** Changes passed on since the start. */
  public long delivered() {
    return delivered.get();
  }

  /** Changes that could not be read. */
  public long unreadable() {
    return unreadable.get();
  }

  /** Of the consumer. */
  public Map<MetricName, ? extends Metric> metrics() {
    return consumer.metrics();
  }

  @Override
  public void close() {
    closed.set(true);
    consumer.wakeup();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
