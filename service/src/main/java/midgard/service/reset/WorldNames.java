package midgard.service.reset;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.Topics;
import midgard.service.ClusterTopics;
import midgard.service.config.ServiceConfig;
import midgard.topology.InternalTopics;

/** The names that belong to one world, derived from its catalogue of topics and its topology. */
final class WorldNames {
  private static final String EVENTS = "game.events";
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final String world;
  private final String applicationId;
  private final Topics topics;
  private final Set<String> internal;
  private final boolean withEvents;

  WorldNames(ServiceConfig config, Topics topics, boolean withEvents) {
    this.world = config.world().name();
    this.applicationId = ClusterTopics.applicationId(world);
    this.topics = topics;
    this.internal = InternalTopics.of(applicationId, topics.settings(), config.agents());
    this.withEvents = withEvents;
  }

  String applicationId() {
    return applicationId;
  }

  /** The topics of the catalogue that are deleted. */
  List<String> deleted() {
    return topics.all().stream().map(Topic::name).filter(name -> !isKept(name)).toList();
  }

  /** The topics of the catalogue that stay. */
  List<String> kept() {
    return topics.all().stream().map(Topic::name).filter(this::isKept).toList();
  }

  private boolean isKept(String name) {
    return !withEvents && name.equals(topics.gameEvents().name());
  }

  /** The topics that Kafka Streams made. */
  Collection<String> internal() {
    return internal;
  }

  /** Whether a transaction is this world's: Kafka Streams appends its process and its thread. */
  boolean ownsTransaction(String transactionalId) {
    return transactionalId.matches(Pattern.quote(applicationId) + "-" + UUID + "-\\d+");
  }

  /**
   * Topics that bear this world's prefix although nothing in this version makes them: of an agent
   * that is no more, say. Those of other worlds, whose names may begin alike, are not among them.
   */
  SortedSet<String> unknown(Collection<String> existing) {
    List<String> others =
        existing.stream()
            .flatMap(topic -> worldOf(topic).stream())
            .map(ClusterTopics::applicationId)
            .filter(other -> other.startsWith(applicationId + "-"))
            .map(other -> other + "-")
            .toList();
    SortedSet<String> unknown = new TreeSet<>();
    for (String topic : existing) {
      boolean prefixed =
          topic.startsWith(applicationId + "-")
              || !world.isEmpty() && topic.startsWith(world + ".");
      if (prefixed
          && !internal.contains(topic)
          && topics.named(topic).isEmpty()
          && others.stream().noneMatch(topic::startsWith)) {
        unknown.add(topic);
      }
    }
    return unknown;
  }

  /** The name of the world whose events a topic holds. */
  private static Optional<String> worldOf(String topic) {
    return topic.endsWith("." + EVENTS)
        ? Optional.of(topic.substring(0, topic.length() - EVENTS.length() - 1))
        : Optional.empty();
  }
}
