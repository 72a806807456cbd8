package midgard.service;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.TopicCreation;
import midgard.schemas.topic.TopicSettings;
import midgard.schemas.topic.Topics;
import midgard.service.config.ServiceConfig;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** The topics of a world in a real cluster. */
public final class ClusterTopics {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration CALL = Duration.ofSeconds(15);

  /** What a cluster holds of one topic. */
  public record Found(int partitions, int replicas, long records) {}

  private ClusterTopics() {}

  /** What a world's settings say of its topics. */
  public static TopicSettings settings(ServiceConfig config) {
    ServiceConfig.World world = config.world();
    return new TopicSettings(
        world.name(), world.partitions(), world.replication(), world.inboxRetention());
  }

  /** The name of a world's consumer group, which its transactions and changelogs bear too. */
  public static String applicationId(ServiceConfig config) {
    return applicationId(config.world().name());
  }

  /**
   * @param world its name; empty for that without one
   */
  public static String applicationId(String world) {
    return world.isEmpty() ? "midgard" : "midgard-" + world;
  }

  /**
   * Creates what is missing and sets what differs.
   *
   * @return what was done, one line each
   * @throws IllegalStateException when the cluster does not answer, or a topic cannot be right
   */
  public static List<String> bringInOrder(String bootstrapServers, Topics topics)
      throws InterruptedException {
    try (Admin admin = connect(bootstrapServers)) {
      return new TopicCreation(admin).ensure(topics.all());
    }
  }

  /**
   * What the cluster holds, by name of topic; without those that it does not have.
   *
   * @throws IllegalStateException when the cluster does not answer
   */
  public static Map<String, Found> describe(String bootstrapServers, Topics topics)
      throws InterruptedException {
    try (Admin admin = connect(bootstrapServers)) {
      Set<String> existing = admin.listTopics().names().get();
      return describe(
          admin, topics.all().stream().map(Topic::name).filter(existing::contains).toList());
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Kafka did not describe the topics: " + e.getCause().getMessage(), e);
    }
  }

  /** What the cluster holds of topics that it has. */
  public static SortedMap<String, Found> describe(Admin admin, Collection<String> names)
      throws ExecutionException, InterruptedException {
    SortedMap<String, Found> found = new TreeMap<>();
    for (TopicDescription topic : admin.describeTopics(names).allTopicNames().get().values()) {
      found.put(
          topic.name(),
          new Found(
              topic.partitions().size(),
              topic.partitions().get(0).replicas().size(),
              records(admin, topic)));
    }
    return found;
  }

  private static long records(Admin admin, TopicDescription topic)
      throws ExecutionException, InterruptedException {
    return offsets(admin, topic, OffsetSpec.latest())
        - offsets(admin, topic, OffsetSpec.earliest());
  }

  private static long offsets(Admin admin, TopicDescription topic, OffsetSpec spec)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    topic
        .partitions()
        .forEach(p -> asked.put(new TopicPartition(topic.name(), p.partition()), spec));
    return admin.listOffsets(asked).all().get().values().stream()
        .mapToLong(offset -> offset.offset())
        .sum();
  }

  /**
   * A connection to a cluster that answers.
   *
   * @throws IllegalStateException when it does not
   */
  public static Admin connect(String bootstrapServers) throws InterruptedException {
    Properties settings = new Properties();
    settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) CALL.toMillis());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) CALL.toMillis() / 3);
    Admin admin = Admin.create(settings);
    try {
      admin.describeCluster().clusterId().get(CONNECT.toMillis(), TimeUnit.MILLISECONDS);
      return admin;
    } catch (ExecutionException | TimeoutException e) {
      admin.close(Duration.ZERO);
      throw new IllegalStateException(
          "Kafka at %s does not answer. Start it or set KAFKA_BOOTSTRAP_SERVERS."
              .formatted(bootstrapServers),
          e);
    }
  }
}
