package midgard.service.api;

import io.javalin.config.JavalinConfig;
import java.util.List;
import midgard.agents.adaptivedungeon.DailyDungeon;
import midgard.agents.adaptivedungeon.DungeonRuns;
import midgard.agents.adaptivedungeon.DungeonView;
import midgard.schemas.Domain;
import midgard.schemas.adaptivedungeon.DungeonRunsState;
import midgard.service.http.ProblemException;
import midgard.service.http.Routes;

/** The day's dungeon, and the parties that were fastest. */
final class DungeonRoutes implements Routes {
  private static final String PATH = "/api/v1/advanced/dungeon";
  private static final int PLACES_BY_DEFAULT = 10;
  private static final int PLACES = 100;

  private final WorldReads world;

  DungeonRoutes(WorldReads world) {
    this.world = world;
  }

  record Ranking(List<DungeonView.RankView> leaderboard, long totalCompletions) {}

  @Override
  public void register(JavalinConfig config) {
    config.routes.get(PATH + "/current", context -> context.json(current()));
    config.routes.get(
        PATH + "/leaderboard",
        context ->
            context.json(
                leaderboard(Parameters.number(context, "limit", PLACES_BY_DEFAULT, 1, PLACES))));
  }

  private DungeonView current() {
    return world
        .state(DailyDungeon.STATE, Domain.WORLD_KEY)
        .flatMap(state -> DungeonView.current(state, world.worldTime()))
        .orElseThrow(() -> ProblemException.notFound("No dungeon is open now."));
  }

  private Ranking leaderboard(int limit) {
    DungeonRunsState state =
        world
            .state(DungeonRuns.STATE, Domain.WORLD_KEY)
            .orElseGet(() -> DungeonRunsState.newBuilder().build());
    return new Ranking(DungeonView.leaderboard(state, limit), state.getTotalCompletions());
  }
}
