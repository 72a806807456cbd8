package midgard.agents.problem;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/** The problem agent: the day's problem, and the kills on its map. */
public final class ProblemAgents {
  private ProblemAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    return List.of(new DailyProblem(), new TargetMap());
  }
}
