package midgard.agents.economy;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/**
 * The economy agent: every item's market and its supply, every player's purse, and the world's
 * figures.
 */
public final class EconomyAgents {
  private EconomyAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    return List.of(new ItemMarket(), new SupplyAndDemand(), new Purse(), new EconomyWorld());
  }
}
