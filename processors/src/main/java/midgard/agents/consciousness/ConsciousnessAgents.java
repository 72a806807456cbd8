package midgard.agents.consciousness;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;
import midgard.mind.ReasoningDepth;

/** The universal consciousness. */
public final class ConsciousnessAgents {
  private ConsciousnessAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    boolean plans =
        settings.flag(
            "FUTURE_PLANNING_ENABLED", true, "Whether deep reasoning plans what comes next.");
    return List.of(new Consciousness(new ConsciousnessRules(ReasoningDepth.of(settings), plans)));
  }
}
