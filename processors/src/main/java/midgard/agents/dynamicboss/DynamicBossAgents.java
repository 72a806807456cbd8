package midgard.agents.dynamicboss;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/** The dynamic boss agent: the bosses, and the fights against them. */
public final class DynamicBossAgents {
  private DynamicBossAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    return List.of(new DynamicBosses(), new BossMap());
  }
}
