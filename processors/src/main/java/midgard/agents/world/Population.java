package midgard.agents.world;

import java.util.List;
import midgard.schemas.world.LevelBucket;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.Presence;
import midgard.schemas.world.WorldState;

/** The sums over all players on line, kept by adding and taking away single players. */
final class Population {
  private Population() {}

  static void move(WorldState state, Presence before, Presence after) {
    if (before.getOnline()) {
      count(state, before, -1);
    }
    if (after.getOnline()) {
      count(state, after, 1);
    }
    long known = state.getLevels().stream().mapToLong(LevelBucket::getPlayers).sum();
    if (known > 0) {
      state.setMeanLevelMilli(state.getLevelSum() * 1000 / known);
    }
  }

  private static void count(WorldState state, Presence player, int by) {
    state.setOnlinePlayers(state.getOnlinePlayers() + by);
    if (player.getBaseLevel() > 0) {
      state.setLevelSum(state.getLevelSum() + (long) by * player.getBaseLevel());
      countLevel(state.getLevels(), player.getBaseLevel(), by);
    }
    if (!player.getMap().isEmpty()) {
      MapEntry map = entry(state.getMaps(), player.getMap());
      map.setPlayers(map.getPlayers() + by);
      map.setUnwritten(true);
    }
  }

  private static void countLevel(List<LevelBucket> levels, int level, int by) {
    int from = level / WorldRules.LEVELS_PER_BUCKET * WorldRules.LEVELS_PER_BUCKET;
    int place = 0;
    while (place < levels.size() && levels.get(place).getFromLevel() < from) {
      place++;
    }
    if (place == levels.size() || levels.get(place).getFromLevel() != from) {
      levels.add(place, new LevelBucket(from, 0));
    }
    LevelBucket bucket = levels.get(place);
    bucket.setPlayers(bucket.getPlayers() + by);
    if (bucket.getPlayers() == 0) {
      levels.remove(place);
    }
  }

  /** The entry of a map; a new one is put in its place. */
  static MapEntry entry(List<MapEntry> maps, String map) {
    int low = 0;
    int high = maps.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (maps.get(middle).getMap().compareTo(map) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == maps.size() || !maps.get(low).getMap().equals(map)) {
      maps.add(low, new MapEntry(map, 0, 0L, 0L, true));
    }
    return maps.get(low);
  }

  static boolean isSilent(MapEntry map) {
    return map.getPlayers() == 0 && map.getVisits24h() == 0 && map.getKillsLastHour() == 0;
  }
}
