package midgard.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import midgard.bench.faults.evidence.WorldAnswers;
import midgard.bench.process.WorldProcess;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.Topics;
import midgard.topology.replay.BrokerLog;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Waits until a world has worked off all that it was given. */
final class Settling {
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** Signals go at most so many times from agent to agent before they come to rest. */
  private static final int ROUNDS = 12;

  private final WorldProcess world;
  private final String group;
  private final List<TopicPartition> inputs;
  private final long end;

  /**
   * @param group of the application
   */
  Settling(WorldProcess world, String group, Topics topics, Duration atMost) {
    this.world = world;
    this.group = group;
    this.inputs =
        topics.all().stream()
            .filter(topic -> isInput(topic, topics))
            .flatMap(
                topic ->
                    java.util.stream.IntStream.range(0, topic.partitions())
                        .mapToObj(p -> new TopicPartition(topic.name(), p)))
            .toList();
    this.end = System.nanoTime() + atMost.toNanos();
  }

  private static boolean isInput(Topic<?> topic, Topics topics) {
    return topic != topics.worldChanges()
        && topic != topics.gameActions()
        && topic != topics.llmRequests()
        && topic != topics.deadLetters();
  }

  /**
   * Waits until every record that lay in an input has been worked off and has become rows; so often
   * that what those led to has been, too.
   *
   * @throws IllegalStateException when that takes too long
   */
  void await() throws InterruptedException {
    try (BrokerLog log = new BrokerLog(world.bootstrapServers());
        KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      for (int round = 0; round < ROUNDS; round++) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(inputs);
        while (!isWorkedOff(log.committed(group), ends, consumer)) {
          pause("The world does not work off what it was given");
        }
      }
    }
    while (!isProjected()) {
      pause("The changes do not become rows");
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            world.bootstrapServers(),
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /** Behind the committed offset there may be ends of transactions, but no record. */
  private boolean isWorkedOff(
      Map<TopicPartition, Long> committed,
      Map<TopicPartition, Long> ends,
      KafkaConsumer<byte[], byte[]> consumer) {
    Map<TopicPartition, Long> left = new HashMap<>();
    ends.forEach(
        (partition, last) -> {
          long next = committed.getOrDefault(partition, 0L);
          if (next < last) {
            left.put(partition, next);
          }
        });
    for (Map.Entry<TopicPartition, Long> entry : left.entrySet()) {
      consumer.assign(List.of(entry.getKey()));
      consumer.seek(entry.getKey(), entry.getValue());
      while (consumer.position(entry.getKey()) < ends.get(entry.getKey())) {
        if (!consumer.poll(PAUSE).isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isProjected() throws InterruptedException {
    Optional<JsonNode> health = new WorldAnswers(world).health();
    if (health.isEmpty()) {
      return false;
    }
    JsonNode projection = health.get().path("components").path("projection").path("detail");
    return projection.path("lag").asLong(-1) == 0 && !projection.has("message");
  }

  private void pause(String why) {
    if (System.nanoTime() > end) {
      throw new IllegalStateException(why + ".");
    }
    LockSupport.parkNanos(PAUSE.toNanos());
  }
}
