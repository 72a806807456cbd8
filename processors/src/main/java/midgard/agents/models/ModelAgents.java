package midgard.agents.models;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/** What the world itself keeps of its language models. */
public final class ModelAgents {
  private ModelAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    return List.of(new ModelCosts());
  }
}
