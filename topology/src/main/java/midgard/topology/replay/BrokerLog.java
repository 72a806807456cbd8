package midgard.topology.replay;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import midgard.topology.replay.LogPosition.AtOffset;
import midgard.topology.replay.LogPosition.AtTime;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The topics of a cluster, read by a plain consumer that joins no group and commits nothing; only
 * what is committed.
 */
public final class BrokerLog implements LogSource {
  private static final int PATIENCE_MILLIS = 15_000;

  /** A fetch at a partition's end holds up the next partition's for so long; the default is 500. */
  private static final int WAIT_AT_END_MILLIS = 10;

  private static final Duration POLL = Duration.ofMillis(200);

  private record Span(long begin, long end) {}

  private final String bootstrapServers;
  private final KafkaConsumer<byte[], byte[]> consumer;

  public BrokerLog(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                WAIT_AT_END_MILLIS,
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5_000,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                8 * 1024 * 1024),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  @Override
  public void read(Collection<String> topics, LogRange range, Reader reader) {
    try {
      Map<TopicPartition, Span> spans = new LinkedHashMap<>();
      topics.forEach(topic -> spans.putAll(spans(topic, range)));
      reader.atMost(spans.values().stream().mapToLong(s -> Math.max(0, s.end() - s.begin())).sum());
      for (Map.Entry<TopicPartition, Span> span : spans.entrySet()) {
        if (!read(span.getKey(), span.getValue(), range, reader)) {
          return;
        }
      }
    } catch (TimeoutException e) {
      throw away(e);
    }
  }

  private IllegalStateException away(Exception e) {
    return new IllegalStateException(
        "Kafka at %s does not answer. Start it or set KAFKA_BOOTSTRAP_SERVERS."
            .formatted(bootstrapServers),
        e);
  }

  private Map<TopicPartition, Span> spans(String topic, LogRange range) {
    List<PartitionInfo> found = consumer.partitionsFor(topic);
    if (found == null || found.isEmpty()) {
      throw new IllegalStateException(
          "The cluster at %s has no topic %s.".formatted(bootstrapServers, topic));
    }
    List<TopicPartition> partitions =
        found.stream()
            .sorted(Comparator.comparingInt(PartitionInfo::partition))
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Span> spans = new LinkedHashMap<>();
    for (TopicPartition partition : partitions) {
      long begin = begin(partition, range.from(), starts.get(partition), ends.get(partition));
      long end = ends.get(partition);
      if (range.until() instanceof AtOffset at && at.offset() < end) {
        end = at.offset() + 1;
      }
      spans.put(partition, new Span(begin, end));
    }
    return spans;
  }

  private long begin(TopicPartition partition, LogPosition from, long start, long end) {
    if (from instanceof AtOffset at) {
      return Math.max(start, at.offset());
    }
    if (from instanceof AtTime at) {
      OffsetAndTimestamp found =
          consumer.offsetsForTimes(Map.of(partition, at.time())).get(partition);
      return found == null ? end : found.offset();
    }
    return start;
  }

  private boolean read(TopicPartition partition, Span span, LogRange range, Reader reader) {
    if (span.begin() >= span.end()) {
      return true;
    }
    reader.partition(partition.topic(), partition.partition(), span.begin() == 0);
    consumer.assign(List.of(partition));
    consumer.seek(partition, span.begin());
    while (consumer.position(partition) < span.end()) {
      for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
        LogRecord record = record(found);
        if (record.offset() >= span.end() || range.endsBefore(record)) {
          return true;
        }
        if (!reader.record(record)) {
          return false;
        }
      }
    }
    return true;
  }

  private static LogRecord record(ConsumerRecord<byte[], byte[]> found) {
    return new LogRecord(
        found.topic(),
        found.partition(),
        found.offset(),
        found.timestamp(),
        Optional.ofNullable(found.key()),
        Optional.ofNullable(found.value()));
  }

  /**
   * How far a world has committed its work: what lies at these offsets and behind them may have led
   * to nothing yet. Empty when the group is not known.
   */
  public Map<TopicPartition, Long> committed(String group) throws InterruptedException {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 3);
    try (Admin admin = Admin.create(settings)) {
      Map<TopicPartition, Long> committed = new HashMap<>();
      admin
          .listConsumerGroupOffsets(
              group, new ListConsumerGroupOffsetsOptions().requireStable(true))
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach(
              (partition, offset) -> {
                if (offset != null) {
                  committed.put(partition, offset.offset());
                }
              });
      return committed;
    } catch (ExecutionException e) {
      throw away(e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
