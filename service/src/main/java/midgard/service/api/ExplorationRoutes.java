package midgard.service.api;

import io.javalin.config.JavalinConfig;
import java.util.List;
import midgard.agents.dynamicnpc.NpcView;
import midgard.agents.dynamicnpc.WanderingNpcs;
import midgard.agents.treasure.FragmentPurse;
import midgard.agents.treasure.FragmentView;
import midgard.agents.treasure.TreasureView;
import midgard.agents.treasure.Treasures;
import midgard.schemas.Domain;
import midgard.schemas.treasure.FragmentState;
import midgard.service.http.Routes;

/** What there is to find in the world. */
final class ExplorationRoutes implements Routes {
  private static final String ENVIRONMENTAL = "/api/v1/environmental";

  private final WorldReads world;

  ExplorationRoutes(WorldReads world) {
    this.world = world;
  }

  record Npcs(List<NpcView> npcs, int total, int activeCount) {}

  record TreasureList(List<TreasureView> treasures, int total) {}

  @Override
  public void register(JavalinConfig config) {
    for (String path : List.of("/api/v1/world/npcs/active", "/api/v1/procedural/npc/active")) {
      config.routes.get(path, context -> context.json(npcs()));
    }
    config.routes.get(
        ENVIRONMENTAL + "/treasure/active",
        context -> context.json(treasures(Parameters.flag(context, "include_hints"))));
    config.routes.get(
        ENVIRONMENTAL + "/treasure/{player_id}/fragments",
        context -> context.json(fragments(Parameters.id(context, "player_id"))));
  }

  private TreasureList treasures(boolean hints) {
    List<TreasureView> active =
        world
            .state(Treasures.STATE, Domain.WORLD_KEY)
            .map(state -> TreasureView.active(state, world.worldTime(), hints))
            .orElse(List.of());
    return new TreasureList(active, active.size());
  }

  private FragmentView fragments(long player) {
    return FragmentView.of(
        player,
        world
            .state(FragmentPurse.STATE, Long.toString(player))
            .orElseGet(() -> FragmentState.newBuilder().build()));
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
