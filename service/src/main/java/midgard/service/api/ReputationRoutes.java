package midgard.service.api;

import io.javalin.config.JavalinConfig;
import midgard.agents.reputation.Leaderboard;
import midgard.service.http.Routes;

/** Players' merit: one player, what it opened, and the ranking. */
final class ReputationRoutes implements Routes {
  private static final String PATH = "/api/v1/progression/reputation";
  private static final int PLACES_BY_DEFAULT = 100;

  private final ReputationViews views;

  ReputationRoutes(ReputationViews views) {
    this.views = views;
  }

  @Override
  public void register(JavalinConfig config) {
    // Before {player_id}: the first path that fits answers.
    config.routes.get(
        PATH + "/leaderboard",
        context ->
            context.json(
                views.leaderboard(
                    Parameters.number(
                        context, "limit", PLACES_BY_DEFAULT, 1, Leaderboard.PLACES))));
    config.routes.get(
        PATH + "/{player_id}",
        context -> context.json(views.of(Parameters.id(context, "player_id"))));
    config.routes.get(
        PATH + "/{player_id}/benefits",
        context -> context.json(views.benefits(Parameters.id(context, "player_id"))));
  }
}
