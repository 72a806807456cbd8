package midgard.agents.adaptivedungeon;

import java.time.Instant;
import java.time.LocalDate;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.adaptivedungeon.AdaptiveDungeon;
import midgard.schemas.adaptivedungeon.DailyDungeonState;
import midgard.schemas.adaptivedungeon.Dungeon;
import midgard.schemas.adaptivedungeon.DungeonOpened;
import midgard.schemas.adaptivedungeon.DungeonStatus;
import midgard.schemas.consciousness.Happening;
import midgard.schemas.eventchain.FactionShift;
import midgard.schemas.storyline.DeedKind;

/** One dungeon a day, open until the next day's. A new world has one at once. */
public final class DailyDungeon extends Agent<DailyDungeonState> {
  public static final StateOf<DailyDungeonState> STATE =
      StateOf.of(AgentName.ADAPTIVE_DUNGEON, Domain.WORLD, DailyDungeonState.class);

  private static final String EXPIRE = "expire";

  public DailyDungeon() {
    super(STATE);
    on(FactionShift.class, this::shift);
    onTimer(EXPIRE, (due, context) -> expire(context));
    daily("daily_dungeon", DungeonRules.OPENS, this::open);
  }

  private void shift(FactionShift shift, Context<DailyDungeonState> context) {
    if (shift.getMilli() > 0) {
      context.state().setActiveFaction(shift.getFaction());
    }
  }

  private void open(Context<DailyDungeonState> context) {
    DailyDungeonState state = context.state();
    if (state.getDay() >= context.day()) {
      return;
    }
    close(context);
    DungeonPlan plan = new DungeonPlan(context.random());
    long expiresAt =
        LocalDate.ofEpochDay(context.day())
            .plusDays(1)
            .atTime(DungeonRules.OPENS)
            .atZone(context.zone())
            .toInstant()
            .toEpochMilli();
    Dungeon dungeon =
        plan.dungeon(
            context.newId("dungeon"),
            plan.theme(state.getActiveFaction()),
            context.time(),
            expiresAt);
    state.setDay(context.day());
    state.setCurrent(dungeon);

    context.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        new DungeonOpened(
            dungeon.getDungeonId(),
            dungeon.getTheme(),
            dungeon.getFloorCount(),
            dungeon.getCreatedAt(),
            expiresAt));
    context.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        new Happening(
            DeedKind.dungeon.name(),
            dungeon.getDungeonId(),
            DungeonTexts.opening(dungeon),
            "",
            DungeonRules.IMPORTANCE,
            context.time(),
            expiresAt));
    context.action(
        GameRequest.announcement(
            "dungeon:" + dungeon.getDungeonId() + ":start", DungeonTexts.opening(dungeon)));
    context.change(row(dungeon));
    context.wakeAt(expiresAt, EXPIRE);
  }

  private static void expire(Context<DailyDungeonState> context) {
    Dungeon dungeon = context.state().getCurrent();
    if (dungeon != null && context.time() >= dungeon.getExpiresAt()) {
      close(context);
    }
  }

  private static void close(Context<DailyDungeonState> context) {
    Dungeon dungeon = context.state().getCurrent();
    if (dungeon != null && dungeon.getStatus() == DungeonStatus.active) {
      dungeon.setStatus(DungeonStatus.expired);
      context.change(row(dungeon));
    }
  }

  private static AdaptiveDungeon row(Dungeon dungeon) {
    return new AdaptiveDungeon(
        dungeon.getDungeonId(),
        dungeon.getTheme(),
        dungeon.getFloorCount(),
        dungeon.getLayouts(),
        dungeon.getMonsterPools(),
        dungeon.getBossPool(),
        dungeon.getRewards(),
        dungeon.getDifficultyRating(),
        dungeon.getStatus(),
        Instant.ofEpochMilli(dungeon.getCreatedAt()),
        Instant.ofEpochMilli(dungeon.getExpiresAt()));
  }
}
