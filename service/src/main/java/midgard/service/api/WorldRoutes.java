package midgard.service.api;

import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.Optional;
import midgard.agents.problem.DailyProblem;
import midgard.agents.problem.ProblemView;
import midgard.agents.worldevent.WorldEventView;
import midgard.agents.worldevent.WorldEvents;
import midgard.schemas.Domain;
import midgard.service.http.Routes;

/** The agents, the jobs of the clock, the problem of the day and the running events. */
final class WorldRoutes implements Routes {
  private final WorldReads world;
  private final AgentStatus agents;
  private final SchedulerStatus scheduler;

  WorldRoutes(WorldReads world, AgentStatus agents, SchedulerStatus scheduler) {
    this.world = world;
    this.agents = agents;
    this.scheduler = scheduler;
  }

  record Problems(List<ProblemView> problems, int total, int activeCount) {}

  record Events(List<WorldEventView> events, int total, int activeCount) {}

  @Override
  public void register(JavalinConfig config) {
    config.routes.get("/api/v1/world/agents/status", context -> context.json(agents.all()));
    config.routes.get("/api/v1/world/scheduler/status", context -> context.json(scheduler.all()));
    for (String path :
        List.of("/api/v1/world/problems/active", "/api/v1/procedural/problem/current")) {
      config.routes.get(path, context -> context.json(problems()));
    }
    for (String path : List.of("/api/v1/world/events/active", "/api/v1/procedural/events/active")) {
      config.routes.get(path, context -> context.json(events()));
    }
  }

  /** The problem of the day, also when it is solved or over. */
  Optional<ProblemView> lastProblem() {
    return world
        .state(DailyProblem.STATE, Domain.WORLD_KEY)
        .flatMap(state -> ProblemView.last(state, world.worldTime()));
  }

  Problems problems() {
    List<ProblemView> active =
        world
            .state(DailyProblem.STATE, Domain.WORLD_KEY)
            .map(state -> ProblemView.active(state, world.worldTime()))
            .orElse(List.of());
    return new Problems(active, active.size(), active.size());
  }

  Events events() {
    List<WorldEventView> active =
        world
            .state(WorldEvents.STATE, Domain.WORLD_KEY)
            .map(state -> WorldEventView.active(state, world.worldTime()))
            .orElse(List.of());
    return new Events(active, active.size(), active.size());
  }
}
