package midgard.agent.engine;

import java.time.ZoneId;
import java.util.Set;
import java.util.function.UnaryOperator;
import midgard.agent.AgentName;
import midgard.schemas.serde.SchemaIds;
import midgard.schemas.topic.Topics;

/**
 * What all engines of a world have in common.
 *
 * @param stateSubject the subject of a store's states in the schema registry, by the store's name
 */
public record EngineConfig(
    long worldSeed,
    ZoneId zone,
    Set<AgentName> disabled,
    Topics topics,
    SchemaIds ids,
    UnaryOperator<String> stateSubject) {}
