package midgard.agents.decision;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;
import midgard.mind.ReasoningDepth;

/** The decision agent: what NPCs do next. */
public final class DecisionAgents {
  private DecisionAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    return List.of(new Decisions(ReasoningDepth.of(settings)));
  }
}
