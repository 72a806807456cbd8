package midgard.agents.adaptivedungeon;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import midgard.schemas.adaptivedungeon.DailyDungeonState;
import midgard.schemas.adaptivedungeon.Dungeon;
import midgard.schemas.adaptivedungeon.DungeonRank;
import midgard.schemas.adaptivedungeon.DungeonRewards;
import midgard.schemas.adaptivedungeon.DungeonRoom;
import midgard.schemas.adaptivedungeon.DungeonRunsState;
import midgard.schemas.adaptivedungeon.DungeonStatus;
import midgard.schemas.adaptivedungeon.DungeonTheme;
import midgard.schemas.adaptivedungeon.PoolBoss;
import midgard.schemas.adaptivedungeon.PoolMonster;
import midgard.schemas.adaptivedungeon.ThemeBonus;
import midgard.schemas.event.ItemAmount;

/** The day's dungeon as the API shows it (domain reference 2.7). */
public record DungeonView(
    String dungeonId,
    DungeonTheme theme,
    int floorCount,
    int difficultyRating,
    List<FloorView> layouts,
    List<List<MonsterView>> monsterPools,
    List<PoolBoss> bossPool,
    RewardsView rewards,
    DungeonStatus status,
    Instant timestamp,
    Instant expiresAt) {

  /** A floor, numbered from 1. */
  public record FloorView(
      int floorNumber,
      int roomCount,
      List<DungeonRoom> rooms,
      boolean isCheckpointFloor,
      boolean isBossFloor) {}

  /** A kind of monster on a floor. */
  public record MonsterView(
      int monsterId,
      String name,
      int spawnCount,
      double levelModifier,
      boolean isElite,
      boolean isMiniBoss) {}

  /** What it is worth. */
  public record RewardsView(
      int currency,
      double expMultiplier,
      double dropRateBonus,
      List<ItemAmount> themeSpecificDrops,
      List<ThemeBonus> themeBonus) {}

  /** A place in the ranking; time in seconds. */
  public record RankView(
      int rank,
      long partyId,
      DungeonTheme theme,
      int partySize,
      int floorsCleared,
      double timeTaken,
      Instant timestamp) {}

  /** The dungeon that is open at an instant. */
  public static Optional<DungeonView> current(DailyDungeonState state, long now) {
    return Optional.ofNullable(state.getCurrent())
        .filter(dungeon -> dungeon.getStatus() == DungeonStatus.active)
        .filter(dungeon -> now < dungeon.getExpiresAt())
        .map(DungeonView::of);
  }

  private static DungeonView of(Dungeon dungeon) {
    return new DungeonView(
        dungeon.getDungeonId(),
        dungeon.getTheme(),
        dungeon.getFloorCount(),
        dungeon.getDifficultyRating(),
        dungeon.getLayouts().stream()
            .map(
                floor ->
                    new FloorView(
                        floor.getFloorNumber(),
                        floor.getRooms().size(),
                        floor.getRooms(),
                        floor.getIsCheckpointFloor(),
                        floor.getIsBossFloor()))
            .toList(),
        dungeon.getMonsterPools().stream()
            .map(pool -> pool.getMonsters().stream().map(DungeonView::monster).toList())
            .toList(),
        dungeon.getBossPool(),
        rewards(dungeon.getRewards()),
        dungeon.getStatus(),
        Instant.ofEpochMilli(dungeon.getCreatedAt()),
        Instant.ofEpochMilli(dungeon.getExpiresAt()));
  }

  private static MonsterView monster(PoolMonster monster) {
    return new MonsterView(
        monster.getMonsterId(),
        monster.getName(),
        monster.getSpawnCount(),
        monster.getLevelModifierMilli() / 1000.0,
        monster.getIsElite(),
        monster.getIsMiniBoss());
  }

  private static RewardsView rewards(DungeonRewards rewards) {
    return new RewardsView(
        rewards.getCurrency(),
        rewards.getExpMultiplierMilli() / 1000.0,
        rewards.getDropRateBonusMilli() / 1000.0,
        rewards.getThemeSpecificDrops(),
        rewards.getThemeBonus());
  }

  /** The fastest full clears, fastest first. */
  public static List<RankView> leaderboard(DungeonRunsState state, int limit) {
    List<DungeonRank> ranks = state.getRanks();
    return IntStream.range(0, Math.min(limit, ranks.size()))
        .mapToObj(
            place -> {
              DungeonRank rank = ranks.get(place);
              return new RankView(
                  place + 1,
                  rank.getPartyId(),
                  rank.getTheme(),
                  rank.getPartySize(),
                  rank.getFloorsCleared(),
                  rank.getTimeTaken() / 1000.0,
                  Instant.ofEpochMilli(rank.getTimestamp()));
            })
        .toList();
  }
}
