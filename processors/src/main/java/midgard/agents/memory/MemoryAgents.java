package midgard.agents.memory;

import java.time.Duration;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/** The memory agent: NPCs, the maps they share, and where players are. */
public final class MemoryAgents {
  private MemoryAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    TalkRules rules =
        new TalkRules(
            settings.flag(
                "NPC_TO_NPC_INTERACTIONS_ENABLED", true, "Whether NPCs talk with each other."),
            (int)
                settings.number(
                    "NPC_INTERACTION_RANGE", 5, 1, 50, "NPCs talk within so many cells."),
            Duration.ofSeconds(
                settings.number(
                    "NPC_PROXIMITY_CHECK_INTERVAL",
                    30,
                    5,
                    3600,
                    "Seconds between two looks at who stands near whom.")));
    return List.of(new NpcMemories(), new NpcMap(rules), new PeopledMaps());
  }
}
