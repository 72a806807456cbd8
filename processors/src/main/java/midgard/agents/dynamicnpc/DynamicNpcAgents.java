package midgard.agents.dynamicnpc;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/** The dynamic NPC agent: who wanders where, and what passes between them and each player. */
public final class DynamicNpcAgents {
  private DynamicNpcAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    long count =
        settings.number(
            "DAILY_NPC_COUNT",
            NpcRules.DAILY_COUNT,
            0,
            1000,
            "Wandering NPCs a day; 0 counts as 1, more than 5 as 5.");
    return List.of(new WanderingNpcs(NpcRules.clamped(count)), new NpcEncounters());
  }
}
