package midgard.agent;

import java.util.Locale;

/** The 21 agents of the requirement, in its order. */
public enum AgentName {
  DIALOGUE,
  DECISION,
  MEMORY,
  WORLD,
  QUEST,
  ECONOMY,
  PROBLEM,
  DYNAMIC_NPC,
  WORLD_EVENT,
  FACTION,
  REPUTATION,
  DYNAMIC_BOSS,
  MAP_HAZARD,
  TREASURE,
  WEATHER,
  KARMA,
  ARCHAEOLOGY,
  ADAPTIVE_DUNGEON,
  EVENT_CHAIN,
  SOCIAL,
  ECONOMY_SOCIAL;

  /** As it stands in paths, stores and records: {@code world_event}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The environment key that switches the agent off: {@code WORLD_EVENT_AGENT_ENABLED}. */
  public String flag() {
    return name() + "_AGENT_ENABLED";
  }
}
