package midgard.agents.world;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/** The world agent: players and maps tell, the world sums up. */
public final class WorldAgents {
  private WorldAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    return List.of(new PlayerPresence(), new PlayerTally(), new MapTraffic(), new WorldPulse());
  }
}
