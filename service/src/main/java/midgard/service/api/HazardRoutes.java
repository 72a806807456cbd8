package midgard.service.api;

import io.javalin.config.JavalinConfig;
import java.util.List;
import midgard.agents.maphazard.HazardView;
import midgard.agents.maphazard.MapHazards;
import midgard.schemas.Domain;
import midgard.service.http.Routes;

/** The hazards that lie on maps. */
final class HazardRoutes implements Routes {
  private static final String PATH = "/api/v1/environmental/hazards";

  private final WorldReads world;

  HazardRoutes(WorldReads world) {
    this.world = world;
  }

  @Override
  public void register(JavalinConfig config) {
    // Before {map_name}: the first path that fits answers.
    config.routes.get(PATH + "/active", context -> context.json(active()));
    config.routes.get(
        PATH + "/{map_name}",
        context -> {
          String map = context.pathParam("map_name");
          context.json(active().stream().filter(view -> view.mapName().equals(map)).toList());
        });
  }

  private List<HazardView> active() {
    return world
        .state(MapHazards.STATE, Domain.WORLD_KEY)
        .map(state -> HazardView.active(state, world.worldTime()))
        .orElse(List.of());
  }
}
