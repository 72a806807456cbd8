package midgard.service.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import midgard.agents.world.MapTraffic;
import midgard.agents.world.WorldPulse;
import midgard.agents.world.WorldSummary;
import midgard.schemas.Domain;
import midgard.schemas.world.Bucket;
import midgard.schemas.world.LevelBucket;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.MvpCount;
import midgard.schemas.world.WorldState;

/** Who is there and what is going on, as one look at the world. */
final class WorldFigures {
  private static final int MINUTES = 60;
  private static final long MINUTE = 60_000;

  /** Maps shown, and maps whose kills are added up by the minute. */
  private static final int MAPS = 50;

  private final WorldReads world;

  WorldFigures(WorldReads world) {
    this.world = world;
  }

  record Place(
      String map, int players, @JsonProperty("visits_24h") long visits24h, long killsLastHour) {}

  /**
   * @param reportedOnlinePlayers the game servers' own figure, if they told it lately
   * @param meanLevel of the players on line, or of the last who were
   * @param killsPerMinute of the last hour, oldest first, on the 50 maps with most kills
   * @param mvpKills24h of all MVPs
   * @param maps busiest first
   */
  record Look(
      int onlinePlayers,
      OptionalInt reportedOnlinePlayers,
      double meanLevel,
      List<LevelBucket> levels,
      long killsLastHour,
      long[] killsPerMinute,
      @JsonProperty("mvp_kills_24h") long mvpKills24h,
      List<MvpCount> mvpKills,
      List<Place> maps) {}

  Look look() {
    WorldState state =
        world
            .state(WorldPulse.STATE, Domain.WORLD_KEY)
            .orElseGet(() -> WorldState.newBuilder().build());
    long now = world.worldTime();
    List<MvpCount> mvps = WorldSummary.mvpKills24h(state, now);
    return new Look(
        state.getOnlinePlayers(),
        WorldSummary.reportedOnline(state, now),
        state.getMeanLevelMilli() / 1000.0,
        state.getLevels(),
        WorldSummary.killsLastHour(state),
        killsPerMinute(state, now),
        mvps.stream().mapToLong(MvpCount::getKills).sum(),
        mvps,
        busiest(state));
  }

  private static List<Place> busiest(WorldState state) {
    return state.getMaps().stream()
        .sorted(
            Comparator.comparingLong(WorldSummary::activity)
                .thenComparingLong(MapEntry::getKillsLastHour)
                .reversed()
                .thenComparing(MapEntry::getMap))
        .limit(MAPS)
        .map(
            map ->
                new Place(
                    map.getMap(), map.getPlayers(), map.getVisits24h(), map.getKillsLastHour()))
        .toList();
  }

  private long[] killsPerMinute(WorldState state, long now) {
    long[] kills = new long[MINUTES];
    long first = (now / MINUTE - MINUTES + 1) * MINUTE;
    WorldSummary.mostKills(state, MAPS)
        .forEach(
            map ->
                world
                    .state(MapTraffic.STATE, map.getMap())
                    .ifPresent(traffic -> add(traffic.getKills(), first, kills)));
    return kills;
  }

  private static void add(List<Bucket> buckets, long first, long[] kills) {
    for (Bucket bucket : buckets) {
      long minute = Math.floorDiv(bucket.getStart() - first, MINUTE);
      if (minute >= 0 && minute < MINUTES) {
        kills[(int) minute] += bucket.getCount();
      }
    }
  }
}
