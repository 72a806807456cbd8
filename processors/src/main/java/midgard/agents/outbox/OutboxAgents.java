package midgard.agents.outbox;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/** The outbox: what a player may get, what is to be done, and what was done. */
public final class OutboxAgents {
  private OutboxAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    OutboxRules rules = OutboxRules.of(settings);
    return List.of(new PlayerLimits(rules), new Outbox(rules), new EndedActions());
  }
}
