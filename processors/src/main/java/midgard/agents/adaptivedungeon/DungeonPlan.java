package midgard.agents.adaptivedungeon;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import midgard.agents.adaptivedungeon.DungeonThemes.Cast;
import midgard.agents.adaptivedungeon.DungeonThemes.Monster;
import midgard.schemas.adaptivedungeon.Dungeon;
import midgard.schemas.adaptivedungeon.DungeonFloor;
import midgard.schemas.adaptivedungeon.DungeonRewards;
import midgard.schemas.adaptivedungeon.DungeonRoom;
import midgard.schemas.adaptivedungeon.DungeonStatus;
import midgard.schemas.adaptivedungeon.DungeonTheme;
import midgard.schemas.adaptivedungeon.FloorPool;
import midgard.schemas.adaptivedungeon.PoolBoss;
import midgard.schemas.adaptivedungeon.PoolMonster;
import midgard.schemas.adaptivedungeon.RoomType;
import midgard.schemas.event.ItemAmount;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws a dungeon: theme, floors, rooms, and who lives where. */
final class DungeonPlan {
  private final UniformRandomProvider random;

  DungeonPlan(UniformRandomProvider random) {
    this.random = random;
  }

  /**
   * @param faction the active one; empty: none
   */
  DungeonTheme theme(String faction) {
    Optional<DungeonTheme> wanted = DungeonThemes.of(faction);
    if (wanted.isPresent() && random.nextInt(100) < DungeonRules.FACTION_PERCENT) {
      return wanted.get();
    }
    DungeonTheme[] themes = DungeonTheme.values();
    return themes[random.nextInt(themes.length)];
  }

  Dungeon dungeon(String id, DungeonTheme theme, long createdAt, long expiresAt) {
    Cast cast = DungeonThemes.cast(theme);
    int floors = between(DungeonRules.MIN_FLOORS, DungeonRules.MAX_FLOORS);
    List<DungeonFloor> layouts = new ArrayList<>();
    List<FloorPool> pools = new ArrayList<>();
    Set<Integer> before = Set.of();
    for (int floor = 1; floor <= floors; floor++) {
      layouts.add(floor(floor, floors));
      FloorPool pool = pool(floor, cast, before);
      before =
          new LinkedHashSet<>(pool.getMonsters().stream().map(PoolMonster::getMonsterId).toList());
      pools.add(pool);
    }
    return new Dungeon(
        id,
        theme,
        floors,
        DungeonRules.difficulty(floors),
        layouts,
        pools,
        bosses(cast),
        new DungeonRewards(
            DungeonRules.currency(floors),
            DungeonRules.expMultiplierMilli(floors),
            DungeonRules.DROP_BONUS_MILLI,
            cast.drops().stream().map(item -> new ItemAmount(item, 1)).toList(),
            cast.bonus()),
        DungeonStatus.active,
        createdAt,
        expiresAt);
  }

  private int between(int min, int max) {
    return random.nextInt(min, max + 1);
  }

  private DungeonFloor floor(int floor, int floors) {
    int count = between(3, 7);
    boolean last = floor == floors;
    boolean checkpoint = DungeonRules.isCheckpointFloor(floor);
    List<DungeonRoom> rooms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rooms.add(room(floor, i, type(i, count, checkpoint, last), count));
    }
    return new DungeonFloor(floor, rooms, checkpoint, last);
  }

  /** The boss waits in the last room of the last floor, however many floors there are. */
  private RoomType type(int index, int count, boolean checkpoint, boolean last) {
    if (index == 0) {
      return RoomType.combat;
    }
    if (last && index == count - 1) {
      return RoomType.boss;
    }
    return checkpoint && index == count / 2 ? RoomType.checkpoint : DungeonRules.room(random);
  }

  private DungeonRoom room(int floor, int index, RoomType type, int count) {
    int monsters =
        switch (type) {
          case combat -> between(3, 6);
          case mini_boss, boss -> 1;
          default -> 0;
        };
    int traps = type == RoomType.trap ? between(1, 3) : 0;
    int treasures = type == RoomType.treasure ? 1 : 0;
    List<String> connections = new ArrayList<>();
    if (index + 1 < count) {
      connections.add(name(floor, index + 1));
    }
    // Rooms lie in a line; some have a way back past the room before them.
    if (index >= 2 && random.nextInt(10) < 3) {
      connections.add(name(floor, random.nextInt(index - 1)));
    }
    return new DungeonRoom(name(floor, index), type, monsters, traps, treasures, connections);
  }

  private static String name(int floor, int index) {
    return "f" + floor + "r" + (index + 1);
  }

  /** Those that the floor before did not have come first, so no two in a row are the same. */
  private FloorPool pool(int floor, Cast cast, Set<Integer> before) {
    List<Monster> shuffled = shuffled(cast.monsters());
    List<Monster> ordered = new ArrayList<>(shuffled);
    ordered.removeIf(monster -> before.contains(monster.id()));
    shuffled.stream().filter(monster -> before.contains(monster.id())).forEach(ordered::add);
    int kinds = Math.min(ordered.size(), between(3, 5));
    List<PoolMonster> pool = new ArrayList<>();
    for (Monster monster : ordered.subList(0, kinds)) {
      pool.add(
          new PoolMonster(
              monster.id(),
              monster.name(),
              DungeonRules.spawnCount(between(3, 6), floor),
              DungeonRules.levelModifierMilli(floor),
              random.nextInt(10) < 2,
              random.nextInt(10) < 1));
    }
    return new FloorPool(floor, pool);
  }

  private List<PoolBoss> bosses(Cast cast) {
    return shuffled(cast.bosses()).subList(0, between(1, 3)).stream()
        .map(boss -> new PoolBoss(boss.id(), boss.name()))
        .toList();
  }

  private List<Monster> shuffled(List<Monster> monsters) {
    List<Monster> shuffled = new ArrayList<>(monsters);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, random.nextInt(i + 1));
    }
    return shuffled;
  }
}
