package midgard.service.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import midgard.agents.problem.ProblemView;
import midgard.agents.worldevent.WorldEventView;

/**
 * The world at a glance, which every listener starts with.
 *
 * @param ready false while the world starts; then only the agents are known
 * @param worldTime of the world's last tick
 * @param problem the last one, whatever became of it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LiveSnapshot(
    boolean ready,
    Instant worldTime,
    AgentStatus.All agents,
    WorldFigures.Look world,
    ObjectNode economy,
    ProblemView problem,
    List<WorldEventView> events,
    ReputationViews.Ranking leaderboard) {

  static LiveSnapshot starting(AgentStatus.All agents) {
    return new LiveSnapshot(false, null, agents, null, null, null, List.of(), null);
  }
}
