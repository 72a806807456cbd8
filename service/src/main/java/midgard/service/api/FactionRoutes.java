package midgard.service.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import midgard.agents.faction.Allegiance;
import midgard.agents.faction.BalanceOfPower;
import midgard.agents.faction.FactionRules;
import midgard.agents.faction.FactionView;
import midgard.schemas.Domain;
import midgard.schemas.faction.AllegianceState;
import midgard.schemas.faction.BalanceOfPowerState;
import midgard.schemas.faction.Faction;
import midgard.service.http.Routes;

/** The balance of power, and what the factions think of a player and gave. */
final class FactionRoutes implements Routes {
  private static final String PATH = "/api/v1/progression/factions";

  private final WorldReads world;

  FactionRoutes(WorldReads world) {
    this.world = world;
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.get(PATH + "/alignment", context -> context.json(alignment()));
    config.routes.get(
        PATH + "/{player_id}/reputation",
        context -> {
          long player = Parameters.id(context, "player_id");
          context.json(FactionView.reputations(player, standings(player), world.now()));
        });
    config.routes.get(
        PATH + "/{player_id}/rewards",
        context -> {
          long player = Parameters.id(context, "player_id");
          context.json(FactionView.rewards(player, standings(player), faction(context)));
        });
  }

  private FactionView.Alignment alignment() {
    BalanceOfPowerState state =
        world
            .state(BalanceOfPower.STATE, Domain.WORLD_KEY)
            .orElseGet(() -> BalanceOfPowerState.newBuilder().build());
    return FactionView.alignment(state, world.now());
  }

  private AllegianceState standings(long player) {
    return world
        .state(Allegiance.STATE, Long.toString(player))
        .orElseGet(() -> AllegianceState.newBuilder().build());
  }

  private static Optional<Faction> faction(Context context) {
    Optional<String> text = Parameters.text(context, "faction_id");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Faction> faction = FactionRules.faction(text.get());
    if (faction.isEmpty()) {
      throw Parameters.bad(
          "faction_id",
          text.get(),
          "one of "
              + Arrays.stream(Faction.values())
                  .map(Faction::name)
                  .collect(Collectors.joining(", ")));
    }
    return faction;
  }
}
