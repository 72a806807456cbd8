package midgard.service.api;

import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.Optional;
import midgard.agents.eventchain.ChainHistory;
import midgard.agents.eventchain.ChainView;
import midgard.agents.eventchain.EventChains;
import midgard.schemas.Domain;
import midgard.schemas.eventchain.ChainHistoryState;
import midgard.service.http.ProblemException;
import midgard.service.http.Routes;

/** The event chains that run, and those that ended. */
final class ChainRoutes implements Routes {
  private static final String PATH = "/api/v1/advanced/chains";
  private static final int BY_DEFAULT = 20;
  private static final int MOST = 100;

  private final WorldReads world;

  ChainRoutes(WorldReads world) {
    this.world = world;
  }

  record Active(List<ChainView> chains, int total) {}

  record History(List<ChainView.EndedView> history, int total) {}

  @Override
  public void register(JavalinConfig config) {
    config.routes.get(PATH + "/active", context -> context.json(active()));
    // Before {id}: the first path that fits answers.
    config.routes.get(
        PATH + "/history",
        context -> context.json(history(Parameters.number(context, "limit", BY_DEFAULT, 1, MOST))));
    config.routes.get(PATH + "/{id}", context -> context.json(chain(context.pathParam("id"))));
    config.routes.get(
        PATH + "/{id}/current-step",
        context ->
            context.json(
                running(context.pathParam("id"))
                    .orElseThrow(() -> unknown(context.pathParam("id")))
                    .atStep()));
  }

  private Active active() {
    List<ChainView> chains =
        world
            .state(EventChains.STATE, Domain.WORLD_KEY)
            .map(state -> ChainView.active(state, world.worldTime()))
            .orElse(List.of());
    return new Active(chains, chains.size());
  }

  private History history(int limit) {
    ChainHistoryState state = ended();
    return new History(ChainView.history(state, limit), state.getEnded().size());
  }

  private Object chain(String id) {
    Optional<ChainView> running = running(id);
    return running.isPresent()
        ? running.get()
        : ChainView.ended(ended(), id).orElseThrow(() -> unknown(id));
  }

  private Optional<ChainView> running(String id) {
    return world
        .state(EventChains.STATE, Domain.WORLD_KEY)
        .flatMap(state -> ChainView.find(state, id, world.worldTime()));
  }

  private ChainHistoryState ended() {
    return world
        .state(ChainHistory.STATE, Domain.WORLD_KEY)
        .orElseGet(() -> ChainHistoryState.newBuilder().build());
  }

  private static ProblemException unknown(String id) {
    String shown = id.length() <= 40 ? id : id.substring(0, 40) + "...";
    return ProblemException.notFound(
        "No event chain %s runs or is among the last 100 that ended.".formatted(shown));
  }
}
