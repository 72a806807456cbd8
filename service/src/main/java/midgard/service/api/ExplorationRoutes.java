package midgard.service.api;

import io.javalin.config.JavalinConfig;
import java.util.List;
import midgard.agents.dynamicnpc.NpcView;
import midgard.agents.dynamicnpc.WanderingNpcs;
import midgard.schemas.Domain;
import midgard.service.http.Routes;

/** What there is to find in the world. */
final class ExplorationRoutes implements Routes {
  private final WorldReads world;

  ExplorationRoutes(WorldReads world) {
    this.world = world;
  }

  record Npcs(List<NpcView> npcs, int total, int activeCount) {}

  @Override
  public void register(JavalinConfig config) {
    for (String path : List.of("/api/v1/world/npcs/active", "/api/v1/procedural/npc/active")) {
      config.routes.get(path, context -> context.json(npcs()));
    }
  }

  private Npcs npcs() {
    List<NpcView> active =
        world
            .state(WanderingNpcs.STATE, Domain.WORLD_KEY)
            .map(state -> NpcView.active(state, world.worldTime()))
            .orElse(List.of());
    return new Npcs(active, active.size(), active.size());
  }
}
