package midgard.agent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The 21 agents of the requirement, in its order, and those that all of them build on. */
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
  ECONOMY_SOCIAL,

  /** The arc that ties what happens into a story. */
  STORYLINE("STORYLINE_ENABLED"),
  /** What every agent may know of the world, and what is planned. */
  CONSCIOUSNESS("UNIVERSAL_CONSCIOUSNESS_ENABLED"),
  /** Takes wishes to the game, hands them to game servers and tells what became of them. */
  OUTBOX("ACTIONS_ENABLED"),
  /** Keeps what the language models cost. */
  MODELS("LLM_COST_LEDGER_ENABLED");

  private final String id = name().toLowerCase(Locale.ROOT);
  private final String flag;

  AgentName() {
    this.flag = name() + "_AGENT_ENABLED";
  }

  AgentName(String flag) {
    this.flag = flag;
  }

  /** The 21 that the requirement counts. */
  public static List<AgentName> ofRequirement() {
    return Arrays.stream(values()).filter(name -> name.compareTo(STORYLINE) < 0).toList();
  }

  /** As it stands in paths, stores and records: {@code world_event}. */
  public String id() {
    return id;
  }

  /** The environment key that switches the agent off: {@code WORLD_EVENT_AGENT_ENABLED}. */
  public String flag() {
    return flag;
  }
}
