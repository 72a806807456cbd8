package midgard.agents.world;

import java.time.Instant;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.economy.EconomyFigures;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Heartbeat;
import midgard.schemas.event.MvpKill;
import midgard.schemas.world.MapActivity;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.MapFigures;
import midgard.schemas.world.MvpFall;
import midgard.schemas.world.PresenceDelta;
import midgard.schemas.world.ServerBooted;
import midgard.schemas.world.ServerReport;
import midgard.schemas.world.WorldState;

/** The state of the world, summed up from what players and maps tell. */
public final class WorldPulse extends Agent<WorldState> {
  public static final StateOf<WorldState> STATE =
      StateOf.of(AgentName.WORLD, Domain.WORLD, WorldState.class);

  private static final String FIGURES = "figures";
  private static final String MAP_ROWS = "map-rows";

  public WorldPulse() {
    super(STATE);
    on(PresenceDelta.class, this::presence);
    on(MapFigures.class, this::map);
    on(MvpKill.class, this::mvp);
    on(Heartbeat.class, this::heartbeat);
    on(EconomyFigures.class, this::economy);
    onTimer(FIGURES, (due, context) -> tellFigures(context));
    onTimer(MAP_ROWS, (due, context) -> writeMapRows(context));
    every("world_snapshot", WorldRules.SNAPSHOT, this::snapshot);
  }

  private void presence(PresenceDelta delta, Context<WorldState> context) {
    WorldState state = context.state();
    Population.move(state, delta.getBefore(), delta.getAfter());
    state.setUnwritten(true);
    context.wakeAt(context.clock() + 1, FIGURES);
    wakeForMapRows(context);
  }

  private void map(MapFigures figures, Context<WorldState> context) {
    MapEntry entry = Population.entry(context.state().getMaps(), figures.getMap());
    entry.setKillsLastHour(figures.getKillsLastHour());
    entry.setVisits24h(figures.getVisits24h());
    entry.setUnwritten(true);
    context.state().setUnwritten(true);
    wakeForMapRows(context);
  }

  private static void wakeForMapRows(Context<WorldState> context) {
    context.wakeAt(context.nextTurn(WorldRules.MAP_FLUSH), MAP_ROWS);
  }

  private void mvp(MvpKill kill, Context<WorldState> context) {
    WorldState state = context.state();
    GameEvent event = context.event();
    MvpKills.count(state.getMvpKills(), kill.getMvpId(), context.time(), context.clock());
    MvpKills.remember(
        state.getLastMvpKills(),
        new MvpFall(
            kill.getMvpId(),
            known(kill.getMonsterName()),
            known(event.getMap()),
            event.getPlayerId(),
            known(event.getPlayerName()),
            context.time(),
            event.getEventId()));
    state.setUnwritten(true);
    context.wakeAt(context.clock() + 1, FIGURES);
  }

  private static String known(String text) {
    return text == null ? "" : text;
  }

  private void heartbeat(Heartbeat beat, Context<WorldState> context) {
    String server = context.event().getServerId();
    List<ServerReport> servers = context.state().getServers();
    int place = 0;
    while (place < servers.size() && servers.get(place).getServerId().compareTo(server) < 0) {
      place++;
    }
    boolean known = place < servers.size() && servers.get(place).getServerId().equals(server);
    if (!known) {
      servers.add(place, new ServerReport(server, -1, 0L, 0L));
    }
    ServerReport report = servers.get(place);
    if (context.time() < report.getTime()) {
      return;
    }
    report.setTime(context.time());
    if (report.getOnlinePlayers() != beat.getOnlinePlayers()) {
      report.setOnlinePlayers(beat.getOnlinePlayers());
      context.state().setUnwritten(true);
    }
    long booted = context.time() - beat.getUptimeSeconds() * 1000;
    if (booted > report.getBootedAt() + WorldRules.SAME_BOOT.toMillis()) {
      report.setBootedAt(booted);
      context.broadcast(Domain.PLAYER, new ServerBooted(server, booted));
    }
  }

  private void economy(EconomyFigures figures, Context<WorldState> context) {
    context.state().setEconomy(figures);
    context.state().setUnwritten(true);
    context.wakeAt(context.clock() + 1, FIGURES);
  }

  private static void tellFigures(Context<WorldState> context) {
    context.signal(
        Domain.WORLD, Domain.WORLD_KEY, WorldSummary.figures(context.state(), context.clock()));
  }

  private static void writeMapRows(Context<WorldState> context) {
    List<MapEntry> maps = context.state().getMaps();
    for (MapEntry map : maps) {
      if (map.getUnwritten()) {
        map.setUnwritten(false);
        context.change(
            new MapActivity(
                map.getMap(),
                map.getPlayers(),
                map.getVisits24h(),
                map.getKillsLastHour(),
                Instant.ofEpochMilli(context.time())));
      }
    }
    maps.removeIf(Population::isSilent);
  }

  private void snapshot(Context<WorldState> context) {
    WorldState state = context.state();
    boolean fewer = MvpKills.expire(state.getMvpKills(), context.clock());
    tellFigures(context);
    if (fewer || state.getUnwritten()) {
      state.setUnwritten(false);
      context.change(WorldSummary.snapshot(context.newId("world"), state, context.clock()));
    }
  }
}
