package midgard.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.schemas.serde.SchemaIds;
import midgard.schemas.topic.Topics;

/**
 * All that one running instance of a world is made of.
 *
 * @param applicationId names the consumer group, the transactions and the changelogs
 * @param threads stream threads; one serves two cores as well as two do
 * @param commitInterval how long effects wait before they leave through topics
 * @param host {@code host:port} under which other instances reach this one; empty for a single one
 */
public record WorldConfig(
    String bootstrapServers,
    String applicationId,
    Topics topics,
    SchemaIds ids,
    List<Agent<?>> agents,
    Set<AgentName> disabled,
    long worldSeed,
    ZoneId zone,
    ClockSource clock,
    Path stateDir,
    int threads,
    Duration commitInterval,
    String host) {

  /** The topic in which a store's changes are logged. */
  public String changelog(String store) {
    return InternalTopics.changelog(applicationId, store);
  }
}
