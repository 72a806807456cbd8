package midgard.agents.dynamicboss;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import midgard.agent.Context;
import midgard.agents.world.WorldPulse;
import midgard.maps.Cell;
import midgard.maps.MapCatalogue;
import midgard.schemas.Domain;
import midgard.schemas.dynamicboss.Boss;
import midgard.schemas.dynamicboss.BossEnd;
import midgard.schemas.dynamicboss.BossSpawned;
import midgard.schemas.dynamicboss.BossStats;
import midgard.schemas.dynamicboss.BossStatus;
import midgard.schemas.dynamicboss.DynamicBossState;
import midgard.schemas.dynamicboss.SpawnReason;
import midgard.schemas.dynamicboss.Wipes;

/** Brings a boss into the world. */
final class BossArrival {
  static final String LEAVE = "leave";

  private static final int UNCHANGED = 1000;
  private static final int MILLI = 1000;

  /**
   * @param x cell; 0 with {@code y}: drawn
   * @param sourceId empty: it stands for nothing in particular
   */
  record Wish(
      SpawnReason reason,
      String map,
      int x,
      int y,
      int modifierMilli,
      String sourceId,
      String name) {

    static Wish of(SpawnReason reason, String map, int modifierMilli, String sourceId) {
      return new Wish(reason, map, 0, 0, modifierMilli, sourceId, BossKind.of(reason).name());
    }

    static Wish of(SpawnReason reason, String map, String sourceId) {
      return of(reason, map, UNCHANGED, sourceId);
    }
  }

  private BossArrival() {}

  /** Whether there is room for one more, and the map is free and no town. */
  static boolean canCome(DynamicBossState state, String map) {
    return state.getBosses().size() < BossRules.MOST_BOSSES
        && BossPlaces.isFit(map)
        && state.getBosses().stream().noneMatch(boss -> boss.getSpawnMap().equals(map));
  }

  /** Whether something calls for the first time; it is remembered. */
  static boolean isFirstCall(DynamicBossState state, String call) {
    if (state.getCalls().contains(call)) {
      return false;
    }
    state.getCalls().add(call);
    if (state.getCalls().size() > BossRules.MOST_CALLS) {
      state.getCalls().remove(0);
    }
    return true;
  }

  static void spawn(Wish wish, Context<DynamicBossState> context) {
    DynamicBossState state = context.state();
    if (!canCome(state, wish.map())) {
      return;
    }
    Boss boss = boss(wish, context);
    state.getBosses().add(boss);
    BossEffects.spawn(boss, context);
    context.broadcast(
        Domain.MAP,
        new BossSpawned(
            boss.getBossId(),
            boss.getMonsterId(),
            boss.getSpawnMap(),
            boss.getSpawnedAt(),
            boss.getEndsAt()));
    context.change(BossEffects.row(boss));
    context.change(BossEffects.history(boss));
    context.wakeAt(boss.getSpawnedAt() + BossRules.WITHOUT_COMBAT.toMillis(), LEAVE);
  }

  private static Boss boss(Wish wish, Context<DynamicBossState> context) {
    BossKind kind = BossKind.of(wish.reason());
    int level = (int) Math.max(1, context.peek(WorldPulse.STATE).getMeanLevelMilli() / MILLI);
    Cell cell =
        wish.x() > 0 && wish.y() > 0
            ? new Cell(wish.x(), wish.y())
            : MapCatalogue.KNOWN.cell(wish.map(), BossRules.EDGE, context.random());
    BossStats base = BossRules.base(kind, level);
    return new Boss(
        context.newId("boss"),
        kind.monsterId(),
        wish.name(),
        wish.reason(),
        wish.map(),
        cell.x(),
        cell.y(),
        level,
        wish.modifierMilli(),
        base,
        BossRules.scaled(base, level, wipes(context.state(), wish.reason()), wish.modifierMilli()),
        BossRules.difficulty(kind, wish.modifierMilli()),
        wish.sourceId(),
        BossStatus.active,
        BossEnd.none,
        false,
        context.time(),
        context.time() + BossRules.STAYS.toMillis(),
        context.time(),
        0L,
        new ArrayList<>());
  }

  private static int wipes(DynamicBossState state, SpawnReason reason) {
    return state.getWipes().stream()
        .filter(wipes -> wipes.getSpawnReason() == reason)
        .mapToInt(Wipes::getCount)
        .findFirst()
        .orElse(0);
  }

  /** Draws a new day's chance; when it hits, the minute of that day. */
  static void drawDay(Context<DynamicBossState> context, String timer) {
    DynamicBossState state = context.state();
    if (state.getDay() >= context.day()) {
      return;
    }
    state.setDay(context.day());
    int minute = BossRules.drawMinute(context.random());
    state.setRandomAt(0);
    if (minute >= 0) {
      long midnight =
          Instant.ofEpochMilli(context.time())
              .atZone(context.zone())
              .toLocalDate()
              .atStartOfDay(context.zone())
              .toInstant()
              .toEpochMilli();
      state.setRandomAt(midnight + minute * 60_000L);
      context.wakeAt(state.getRandomAt(), timer);
    }
  }

  /** Counts up, or back to none; sorted by reason. */
  static void setWipes(DynamicBossState state, SpawnReason reason, boolean wiped) {
    List<Wipes> all = state.getWipes();
    int count = wiped ? wipes(state, reason) + 1 : 0;
    all.removeIf(wipes -> wipes.getSpawnReason() == reason);
    if (count > 0) {
      all.add(new Wipes(reason, count));
      all.sort(Comparator.comparing(Wipes::getSpawnReason));
    }
  }
}
