package midgard.agents.world;

import java.util.OptionalLong;
import java.util.stream.Stream;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.world.MapFigures;
import midgard.schemas.world.MapState;

/**
 * Kills of the last hour and arrivals of the last 24 on one map, told to the world every five
 * seconds when they changed, and when the clock takes something out of a window.
 */
public final class MapTraffic extends Agent<MapState> {
  public static final StateOf<MapState> STATE =
      StateOf.of(AgentName.WORLD, Domain.MAP, MapState.class);

  private static final String TELL = "tell";

  public MapTraffic() {
    super(STATE);
    on(MonsterKill.class, this::kill);
    on(PlayerLogin.class, (login, context) -> visit(context));
    on(MapChange.class, this::arrive);
    onTimer(TELL, (due, context) -> tell(context));
  }

  private void kill(MonsterKill kill, Context<MapState> context) {
    MapState state = context.state();
    state.setTotalKills(state.getTotalKills() + 1);
    if (WorldRules.KILLS_LAST_HOUR.add(state.getKills(), context.time(), context.clock())) {
      wake(context);
    }
  }

  /** The map that a player left hears of it too; only the arrival is a visit. */
  private void arrive(MapChange change, Context<MapState> context) {
    if (change.getToMap().equals(context.key())) {
      visit(context);
    }
  }

  private static void visit(Context<MapState> context) {
    if (WorldRules.VISITS_24H.add(context.state().getVisits(), context.time(), context.clock())) {
      wake(context);
    }
  }

  private static void wake(Context<MapState> context) {
    context.wakeAt(context.nextTurn(WorldRules.MAP_FLUSH), TELL);
  }

  private static void tell(Context<MapState> context) {
    MapState state = context.state();
    WorldRules.KILLS_LAST_HOUR.expire(state.getKills(), context.clock());
    WorldRules.VISITS_24H.expire(state.getVisits(), context.clock());
    long kills = WorldRules.KILLS_LAST_HOUR.sum(state.getKills(), context.clock());
    long visits = WorldRules.VISITS_24H.sum(state.getVisits(), context.clock());
    if (kills != state.getToldKills() || visits != state.getToldVisits()) {
      state.setToldKills(kills);
      state.setToldVisits(visits);
      context.signal(Domain.WORLD, Domain.WORLD_KEY, new MapFigures(context.key(), kills, visits));
    }
    Stream.of(
            WorldRules.KILLS_LAST_HOUR.nextExpiry(state.getKills()),
            WorldRules.VISITS_24H.nextExpiry(state.getVisits()))
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .min()
        .ifPresent(next -> context.wakeAt(next, TELL));
  }
}
