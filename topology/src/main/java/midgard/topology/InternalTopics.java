package midgard.topology;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import midgard.agent.Agent;
import midgard.agent.engine.EngineConfig;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.topic.TopicSettings;
import midgard.schemas.topic.Topics;
import org.apache.kafka.streams.TopologyDescription;

/** The topics that Kafka Streams itself makes for a world; they bear the application's id. */
public final class InternalTopics {
  private InternalTopics() {}

  /** The topic in which a store's changes are logged. */
  public static String changelog(String applicationId, String store) {
    return applicationId + "-" + store + "-changelog";
  }

  /**
   * All of them, as the topology of a world with these agents describes itself: the changelog of
   * each store, and what processors hand to each other through topics that the catalogue lacks.
   */
  public static SortedSet<String> of(
      String applicationId, TopicSettings settings, List<Agent<?>> agents) {
    LocalSchemaIds ids = new LocalSchemaIds();
    Topics topics = new Topics(settings, ids);
    EngineConfig engine =
        new EngineConfig(0, ZoneOffset.UTC, Set.of(), topics, ids, store -> store);
    TopologyDescription description = MidgardTopology.described(engine, agents);
    SortedSet<String> names = new TreeSet<>();
    description.subtopologies().stream()
        .flatMap(part -> part.nodes().stream())
        .forEach(
            node -> {
              stores(node).map(store -> changelog(applicationId, store)).forEach(names::add);
              topics(node)
                  .filter(topic -> topics.named(topic).isEmpty())
                  .map(topic -> applicationId + "-" + topic)
                  .forEach(names::add);
            });
    return names;
  }

  private static Stream<String> stores(TopologyDescription.Node node) {
    return node instanceof TopologyDescription.Processor processor
        ? processor.stores().stream()
        : Stream.empty();
  }

  private static Stream<String> topics(TopologyDescription.Node node) {
    if (node instanceof TopologyDescription.Source source) {
      return source.topicSet().stream();
    }
    return node instanceof TopologyDescription.Sink sink ? Stream.of(sink.topic()) : Stream.empty();
  }
}
