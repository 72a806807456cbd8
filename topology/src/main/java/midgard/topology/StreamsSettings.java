package midgard.topology;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Kafka Streams, each for a reason. */
public final class StreamsSettings {
  private static final long CACHE_BYTES = 32L * 1024 * 1024;

  private static final int SEGMENT_BYTES = 16 * 1024 * 1024;
  private static final Duration COMPACTED_WITHIN = Duration.ofMinutes(15);
  private static final Duration TOMBSTONES_KEPT = Duration.ofHours(1);

  private StreamsSettings() {}

  /** For a world, and for whatever is compared with it. */
  public static Properties of(WorldConfig config) {
    Properties p = new Properties();
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
    p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
    p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
    p.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
    p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) config.topics().settings().replication());
    p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
    p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SharedRocksDbMemory.class);
    // Measured: 50 ms costs no throughput and brings an event's way through the world under 110 ms.
    p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitInterval().toMillis());
    // A thread that waits for records must wake up in time for the next commit.
    p.put(StreamsConfig.POLL_MS_CONFIG, 20L);
    // Every task reads one partition (GoldenTopologyTest), so there is no other one to wait for.
    p.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
    // Changelogs count retention from arrival, so that sessions of years ago can be fed.
    p.put(StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG), "LogAppendTime");
    boundChangelogs(p);
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    // One that comes back after a kill takes its place at once; see InstanceId.
    p.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
        InstanceId.keptBeside(config.stateDir()));
    // One that does not come back is replaced after this, not after the default of 45 s.
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6000);
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1500);
    // The longest that a rebalance waits for a member that is gone; 300 s by default. Between polls
    // lies a batch of records, restoring goes on beside.
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), 60_000);
    // A store joins those that are restored when the fetch that is under way ends; with nothing to
    // restore each waited for half a second, a second of a restart in all.
    p.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 20);
    p.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
    // A commit leaves a few records in each of some sixty partitions, and lz4 takes 130 KB of heap
    // for every such batch (docs/decisions/014-nothing-is-compressed.md).
    p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "none");
    // As large as the largest dead letter.
    p.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 2 * 1024 * 1024);
    if (!config.host().isEmpty()) {
      p.put(StreamsConfig.APPLICATION_SERVER_CONFIG, config.host());
    }
    return p;
  }

  /**
   * After a kill under exactly-once the stores are rebuilt from their changelogs, so these must
   * grow with the state and not with its history. Only closed segments are compacted, and by
   * default one closes at 1 GB or after a week.
   */
  private static void boundChangelogs(Properties p) {
    p.put(StreamsConfig.topicPrefix(TopicConfig.SEGMENT_BYTES_CONFIG), SEGMENT_BYTES);
    // Closes a segment that is slow to fill, and compacts however little there is to gain.
    p.put(
        StreamsConfig.topicPrefix(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG),
        COMPACTED_WITHIN.toMillis());
    // How long tombstones (timers leave many) and the marks of transactions outlive compaction; a
    // day by default. Whoever restores must be through within this.
    p.put(
        StreamsConfig.topicPrefix(TopicConfig.DELETE_RETENTION_MS_CONFIG),
        TOMBSTONES_KEPT.toMillis());
  }
}
