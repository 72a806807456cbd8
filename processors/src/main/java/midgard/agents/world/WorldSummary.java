package midgard.agents.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;
import midgard.schemas.economy.EconomyFigures;
import midgard.schemas.world.MapCount;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.MvpCount;
import midgard.schemas.world.ServerReport;
import midgard.schemas.world.WorldFigures;
import midgard.schemas.world.WorldSnapshot;
import midgard.schemas.world.WorldState;

/** What a state of the world says at an instant; for rules, rows and the API. */
public final class WorldSummary {
  private WorldSummary() {}

  /** How much is going on on a map: players there now and arrivals of the last 24 hours. */
  public static long activity(MapEntry map) {
    return map.getPlayers() + map.getVisits24h();
  }

  /** The busiest maps, busiest first, ties by name; none where nothing is going on. */
  public static List<MapCount> busiest(WorldState state, int limit) {
    return top(state, WorldSummary::activity, limit);
  }

  /** The maps with most kills in the last hour, ties by name. */
  public static List<MapCount> mostKills(WorldState state, int limit) {
    return top(state, MapEntry::getKillsLastHour, limit);
  }

  private static List<MapCount> top(WorldState state, ToLongFunction<MapEntry> by, int limit) {
    return state.getMaps().stream()
        .filter(map -> by.applyAsLong(map) > 0)
        .sorted(Comparator.comparingLong(by).reversed().thenComparing(MapEntry::getMap))
        .limit(limit)
        .map(map -> new MapCount(map.getMap(), by.applyAsLong(map)))
        .toList();
  }

  /** Kills of the last hour on all maps. */
  public static long killsLastHour(WorldState state) {
    return state.getMaps().stream().mapToLong(MapEntry::getKillsLastHour).sum();
  }

  /** MVPs that fell in the 24 hours before an instant, by MVP id. */
  public static List<MvpCount> mvpKills24h(WorldState state, long now) {
    return MvpKills.counts(state.getMvpKills(), now);
  }

  /** The players that the game servers themselves report; empty when none did lately. */
  public static OptionalInt reportedOnline(WorldState state, long now) {
    List<ServerReport> lately =
        state.getServers().stream()
            .filter(report -> report.getTime() + WorldRules.REPORT_VALID_FOR.toMillis() > now)
            .toList();
    return lately.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(lately.stream().mapToInt(ServerReport::getOnlinePlayers).sum());
  }

  /**
   * How the world is, 0 to 1000: the mean of its parts that are known. The economy is the one part
   * that has an agent so far; politics and the environment (domain reference 1.4) join it with
   * theirs.
   */
  public static OptionalInt overallScoreMilli(WorldState state) {
    EconomyFigures economy = state.getEconomy();
    return economy == null ? OptionalInt.empty() : OptionalInt.of(economy.getHealthScoreMilli());
  }

  static WorldFigures figures(WorldState state, long now) {
    List<MvpCount> mvps = mvpKills24h(state, now);
    return new WorldFigures(
        state.getOnlinePlayers(),
        (int) (state.getMeanLevelMilli() / 1000),
        mvps.stream().mapToLong(MvpCount::getKills).sum(),
        mvps,
        state.getEconomy() == null ? 0L : state.getEconomy().getCirculation(),
        names(busiest(state, WorldRules.MAPS_IN_FIGURES)),
        names(mostKills(state, WorldRules.MAPS_IN_FIGURES)));
  }

  private static List<String> names(List<MapCount> maps) {
    return maps.stream().map(MapCount::getMap).toList();
  }

  static WorldSnapshot snapshot(String id, WorldState state, long now) {
    EconomyFigures economy = state.getEconomy();
    OptionalInt reported = reportedOnline(state, now);
    OptionalInt overall = overallScoreMilli(state);
    return new WorldSnapshot(
        id,
        state.getOnlinePlayers(),
        reported.isPresent() ? reported.getAsInt() : null,
        state.getMeanLevelMilli(),
        state.getLevels(),
        busiest(state, WorldRules.MAPS_IN_SNAPSHOT),
        mostKills(state, WorldRules.MAPS_IN_SNAPSHOT),
        mvpKills24h(state, now),
        economy == null ? null : economy.getHealth(),
        economy == null ? null : economy.getHealthScoreMilli(),
        economy == null ? null : economy.getCirculation(),
        overall.isPresent() ? overall.getAsInt() : null,
        Instant.ofEpochMilli(now));
  }
}
