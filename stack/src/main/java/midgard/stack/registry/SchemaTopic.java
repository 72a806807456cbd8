package midgard.stack.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import midgard.stack.StackException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** The registry's topic: one partition, compacted, never trimmed by age or size. */
final class SchemaTopic {
  private SchemaTopic() {}

  /** Creates the topic, or checks that the one that is there keeps what is written to it. */
  static void ensure(String bootstrapServers, String topic) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "request.timeout.ms", 10_000,
            "default.api.timeout.ms", 15_000);
    try (Admin admin = Admin.create(settings)) {
      if (!create(admin, topic)) {
        check(admin, topic);
      }
    } catch (ExecutionException e) {
      throw failed(topic, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(topic, e);
    }
  }

  private static boolean create(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    NewTopic wanted =
        new NewTopic(topic, Optional.of(1), Optional.empty())
            .configs(Map.of("cleanup.policy", "compact"));
    try {
      admin.createTopics(List.of(wanted)).all().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw e;
    }
  }

  private static void check(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    var description = admin.describeTopics(List.of(topic)).allTopicNames();
    var settings = admin.describeConfigs(List.of(resource)).all();
    int partitions = description.get().get(topic).partitions().size();
    String cleanup = settings.get().get(resource).get("cleanup.policy").value();
    if (partitions != 1 || !"compact".equals(cleanup)) {
      throw new StackException(
          "The topic %s has %d partitions and cleanup.policy=%s; a schema registry needs 1 and compact."
              .formatted(topic, partitions, cleanup));
    }
  }

  private static StackException failed(String topic, Throwable cause) {
    return new StackException(
        "The schema registry cannot open its topic " + topic + ": " + cause.getMessage(), cause);
  }
}
