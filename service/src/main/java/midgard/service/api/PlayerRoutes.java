package midgard.service.api;

import io.javalin.config.JavalinConfig;
import java.util.Optional;
import midgard.agents.economy.Purse;
import midgard.agents.world.PlayerPresence;
import midgard.agents.world.PlayerTally;
import midgard.schemas.economy.PurseState;
import midgard.schemas.world.Presence;
import midgard.schemas.world.PresenceState;
import midgard.schemas.world.TallyState;
import midgard.service.http.Routes;

/** One player: where, how strong, what done so far, and how much in the purse. */
final class PlayerRoutes implements Routes {
  private final WorldReads world;

  PlayerRoutes(WorldReads world) {
    this.world = world;
  }

  /**
   * What the world knows of a player.
   *
   * @param baseLevel 0: not known
   * @param map empty: not known
   * @param zeny null until the game has told a balance
   */
  record Player(
      long playerId,
      boolean known,
      boolean online,
      String map,
      int baseLevel,
      long kills,
      long mvpKills,
      long pvpKills,
      long deaths,
      long logins,
      Long zeny) {}

  @Override
  public void register(JavalinConfig config) {
    config.routes.get(
        "/api/v1/world/players/{player_id}",
        context -> context.json(of(Parameters.id(context, "player_id"))));
  }

  private Player of(long id) {
    String key = Long.toString(id);
    Optional<PresenceState> presence = world.state(PlayerPresence.STATE, key);
    Optional<TallyState> tally = world.state(PlayerTally.STATE, key);
    Presence now = presence.orElseGet(() -> PresenceState.newBuilder().build()).getNow();
    TallyState done = tally.orElseGet(() -> TallyState.newBuilder().build());
    return new Player(
        id,
        presence.isPresent() || tally.isPresent(),
        now.getOnline(),
        now.getMap(),
        now.getBaseLevel(),
        done.getKills(),
        done.getMvpKills(),
        done.getPvpKills(),
        done.getDeaths(),
        done.getLogins(),
        world
            .state(Purse.STATE, key)
            .filter(PurseState::getOpened)
            .map(PurseState::getLedgerBalance)
            .orElse(null));
  }
}
