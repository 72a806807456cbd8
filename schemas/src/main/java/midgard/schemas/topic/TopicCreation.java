package midgard.schemas.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Brings the topics of a cluster to what the catalogue says, without ever deleting anything. */
public final class TopicCreation {
  private final Admin admin;

  public TopicCreation(Admin admin) {
    this.admin = admin;
  }

  /**
   * Creates what is missing and sets the settings that differ.
   *
   * @return what was done, one line each; empty when all was as it should be
   * @throws IllegalStateException when a topic exists with another number of partitions: state is
   *     kept per partition, so they cannot be changed under a world that has state
   */
  public List<String> ensure(Collection<Topic<?>> topics) throws InterruptedException {
    List<String> done = new ArrayList<>();
    try {
      var existing = admin.listTopics().names().get();
      List<NewTopic> missing =
          topics.stream()
              .filter(topic -> !existing.contains(topic.name()))
              .map(Topic::toNewTopic)
              .toList();
      create(missing);
      missing.forEach(topic -> done.add("created " + topic.name()));
      List<Topic<?>> present =
          topics.stream().filter(topic -> existing.contains(topic.name())).toList();
      checkPartitions(present);
      done.addAll(alignSettings(present));
      return done;
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Kafka could not bring the topics in order: " + e.getCause().getMessage(), e.getCause());
    }
  }

  private void create(List<NewTopic> missing) throws ExecutionException, InterruptedException {
    try {
      admin.createTopics(missing).all().get();
    } catch (ExecutionException e) {
      // Another instance of the same world was quicker.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private void checkPartitions(List<Topic<?>> topics)
      throws ExecutionException, InterruptedException {
    Map<String, TopicDescription> found =
        admin.describeTopics(topics.stream().map(Topic::name).toList()).allTopicNames().get();
    for (Topic<?> topic : topics) {
      int partitions = found.get(topic.name()).partitions().size();
      if (partitions != topic.partitions()) {
        throw new IllegalStateException(
            "The topic %s has %d partitions but this world is set to %d. Set TOPIC_PARTITIONS=%d, or give the world another WORLD_NAME."
                .formatted(topic.name(), partitions, topic.partitions(), partitions));
      }
    }
  }

  private List<String> alignSettings(List<Topic<?>> topics)
      throws ExecutionException, InterruptedException {
    Map<ConfigResource, Topic<?>> byResource =
        topics.stream()
            .collect(
                Collectors.toMap(
                    topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                    topic -> topic));
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    List<String> done = new ArrayList<>();
    for (Map.Entry<ConfigResource, Config> entry :
        admin.describeConfigs(byResource.keySet()).all().get().entrySet()) {
      Topic<?> topic = byResource.get(entry.getKey());
      List<AlterConfigOp> differing = new ArrayList<>();
      topic.config().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .filter(wanted -> !wanted.getValue().equals(current(entry.getValue(), wanted.getKey())))
          .forEach(
              wanted -> {
                differing.add(
                    new AlterConfigOp(
                        new ConfigEntry(wanted.getKey(), wanted.getValue()),
                        AlterConfigOp.OpType.SET));
                done.add("set " + topic.name() + " " + wanted.getKey() + "=" + wanted.getValue());
              });
      if (!differing.isEmpty()) {
        changes.put(entry.getKey(), differing);
      }
    }
    if (!changes.isEmpty()) {
      admin.incrementalAlterConfigs(changes).all().get();
    }
    return done;
  }

  private static String current(Config config, String name) {
    ConfigEntry entry = config.get(name);
    return entry == null ? null : entry.value();
  }
}
