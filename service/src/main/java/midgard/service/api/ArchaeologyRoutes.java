package midgard.service.api;

import io.javalin.config.JavalinConfig;
import java.util.List;
import midgard.agents.archaeology.ArchaeologyView;
import midgard.agents.archaeology.DigSpots;
import midgard.agents.archaeology.Digger;
import midgard.schemas.Domain;
import midgard.schemas.archaeology.ArchaeologyState;
import midgard.service.http.Routes;

/** Where can be dug, and what players have found. */
final class ArchaeologyRoutes implements Routes {
  private static final String PATH = "/api/v1/advanced/archaeology";

  private final WorldReads world;

  ArchaeologyRoutes(WorldReads world) {
    this.world = world;
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.get(PATH + "/dig-spots/active", context -> context.json(spots()));
    config.routes.get(
        PATH + "/{player_id}/collection",
        context -> {
          long player = Parameters.id(context, "player_id");
          context.json(ArchaeologyView.collections(player, state(player)));
        });
    config.routes.get(
        PATH + "/{player_id}/progress",
        context -> {
          long player = Parameters.id(context, "player_id");
          context.json(ArchaeologyView.of(player, state(player), world.worldTime()));
        });
  }

  private List<ArchaeologyView.SpotView> spots() {
    return world
        .state(DigSpots.STATE, Domain.WORLD_KEY)
        .map(state -> ArchaeologyView.active(state, world.worldTime()))
        .orElse(List.of());
  }

  private ArchaeologyState state(long player) {
    return world
        .state(Digger.STATE, Long.toString(player))
        .orElseGet(() -> ArchaeologyState.newBuilder().build());
  }
}
