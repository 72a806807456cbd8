package midgard.service.api;

import io.javalin.config.JavalinConfig;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import midgard.agent.Agent;
import midgard.agents.karma.Conduct;
import midgard.agents.karma.KarmaRules;
import midgard.agents.karma.KarmaView;
import midgard.agents.karma.MoralBalance;
import midgard.schemas.Domain;
import midgard.schemas.karma.GlobalKarmaState;
import midgard.schemas.karma.PlayerKarmaState;
import midgard.service.http.Routes;

/** The moral balance of the world, what it does, and that of a player. */
final class KarmaRoutes implements Routes {
  private static final String PATH = "/api/v1/economy_social/karma";

  private final WorldReads world;
  private final KarmaRules rules;
  private final ZoneId zone;

  /**
   * @param agents among them the one that judges players, by whose rules is shown
   * @param zone of day boundaries
   */
  KarmaRoutes(WorldReads world, List<Agent<?>> agents, ZoneId zone) {
    this.world = world;
    this.rules =
        agents.stream()
            .filter(Conduct.class::isInstance)
            .map(Conduct.class::cast)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No karma agent was made."))
            .rules();
    this.zone = zone;
  }

  @Override
  public void register(JavalinConfig config) {
    // Before {player_id}: the first path that fits answers.
    config.routes.get(PATH + "/global", context -> context.json(KarmaView.world(global())));
    config.routes.get(PATH + "/effects", context -> context.json(KarmaView.effects(global())));
    config.routes.get(
        PATH + "/{player_id}",
        context -> context.json(player(Parameters.id(context, "player_id"))));
  }

  private GlobalKarmaState global() {
    return world
        .state(MoralBalance.STATE, Domain.WORLD_KEY)
        .orElseGet(() -> GlobalKarmaState.newBuilder().build());
  }

  private KarmaView.Player player(long id) {
    PlayerKarmaState state =
        world
            .state(Conduct.STATE, Long.toString(id))
            .orElseGet(() -> PlayerKarmaState.newBuilder().build());
    long today = Instant.ofEpochMilli(world.worldTime()).atZone(zone).toLocalDate().toEpochDay();
    return KarmaView.player(id, state, (int) today, rules);
  }
}
