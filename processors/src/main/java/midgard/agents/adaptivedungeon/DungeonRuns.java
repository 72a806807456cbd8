package midgard.agents.adaptivedungeon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.adaptivedungeon.DungeonAsked;
import midgard.schemas.adaptivedungeon.DungeonOpened;
import midgard.schemas.adaptivedungeon.DungeonRun;
import midgard.schemas.adaptivedungeon.DungeonRunner;
import midgard.schemas.adaptivedungeon.DungeonRunsState;
import midgard.schemas.adaptivedungeon.DungeonStatus;
import midgard.schemas.event.FloorClear;
import midgard.schemas.event.InstanceEnter;
import midgard.schemas.event.InstanceLeave;

/**
 * Parties in the day's dungeon: who is inside, which floors fell, and what it was worth. All of it
 * is measured from what the game reports.
 */
public final class DungeonRuns extends Agent<DungeonRunsState> {
  public static final StateOf<DungeonRunsState> STATE =
      StateOf.of(AgentName.ADAPTIVE_DUNGEON, Domain.WORLD, "runs", DungeonRunsState.class);

  private static final String LOOK = "look";

  private final DungeonRules rules;

  public DungeonRuns(DungeonRules rules) {
    super(STATE);
    this.rules = rules;
    on(DungeonOpened.class, (opened, context) -> context.state().setOpen(opened));
    on(DungeonAsked.class, this::asked);
    on(InstanceEnter.class, this::enter);
    on(FloorClear.class, this::clear);
    on(InstanceLeave.class, this::leave);
    on(ActionResult.class, this::result);
    onTimer(LOOK, (due, context) -> look(context));
  }

  private void asked(DungeonAsked asked, Context<DungeonRunsState> context) {
    boolean busy =
        context.state().getRuns().stream().anyMatch(run -> run.getPartyId() == asked.getPartyId());
    if (!busy) {
      create(asked.getPartyId(), context)
          .ifPresent(run -> DungeonEffects.start(run, rules, context));
    }
  }

  /** A new run of the day's dungeon; empty while there is none, or too many are under way. */
  private Optional<DungeonRun> create(long party, Context<DungeonRunsState> context) {
    DungeonRunsState state = context.state();
    DungeonOpened open = state.getOpen();
    if (open == null
        || context.time() >= open.getExpiresAt()
        || state.getRuns().size() >= DungeonRules.MAX_RUNS) {
      return Optional.empty();
    }
    DungeonRun run =
        DungeonRun.newBuilder()
            .setInstanceId(context.newId("instance"))
            .setDungeonId(open.getDungeonId())
            .setPartyId(party)
            .setTheme(open.getTheme())
            .setFloorCount(open.getFloors())
            .setCreatedAt(context.time())
            .setDeadline(context.time() + rules.limit().toMillis())
            .build();
    state.getRuns().add(run);
    context.change(DungeonEffects.row(run, context.time()));
    wakeAtDeadline(run, context);
    return Optional.of(run);
  }

  private static void wakeAtDeadline(DungeonRun run, Context<DungeonRunsState> context) {
    context.wakeAt(run.getDeadline() + DungeonRules.GRACE.toMillis(), LOOK);
  }

  private static String gameInstance(long instance, Context<DungeonRunsState> context) {
    return context.event().getServerId() + ":" + instance;
  }

  private static Optional<DungeonRun> inside(long instance, Context<DungeonRunsState> context) {
    String game = gameInstance(instance, context);
    return context.state().getRuns().stream()
        .filter(run -> run.getGameInstance().equals(game))
        .findFirst();
  }

  private void enter(InstanceEnter enter, Context<DungeonRunsState> context) {
    long player = context.event().getPlayerId();
    Long told = enter.getPartyId() == null ? context.event().getPartyId() : enter.getPartyId();
    long party = told == null ? 0 : told;
    String game = gameInstance(enter.getInstanceId(), context);
    if (player <= 0 || party <= 0 || context.state().getOver().contains(game)) {
      return;
    }
    Optional<DungeonRun> found =
        inside(enter.getInstanceId(), context)
            .or(() -> waiting(party, enter.getDungeonId(), context))
            .or(() -> unasked(party, enter.getDungeonId(), context));
    if (found.isEmpty() || found.get().getPartyId() != party) {
      return;
    }
    DungeonRun run = found.get();
    run.setGameInstance(game);
    if (run.getStartedAt() == 0) {
      run.setStartedAt(context.time());
      run.setDeadline(context.time() + rules.limit().toMillis());
      wakeAtDeadline(run, context);
    }
    if (join(run, player)) {
      run.setEmptySince(0L);
      context.change(DungeonEffects.row(run, context.time()));
    }
  }

  /** The run that the party asked for and has not entered yet. */
  private static Optional<DungeonRun> waiting(
      long party, String dungeon, Context<DungeonRunsState> context) {
    return context.state().getRuns().stream()
        .filter(run -> run.getPartyId() == party && run.getGameInstance().isEmpty())
        .filter(
            run ->
                dungeon == null
                    || dungeon.equals(run.getDungeonId())
                    || dungeon.equals(run.getInstanceId()))
        .findFirst();
  }

  /** The game let a party in on its own. */
  private Optional<DungeonRun> unasked(
      long party, String dungeon, Context<DungeonRunsState> context) {
    DungeonOpened open = context.state().getOpen();
    return open != null && open.getDungeonId().equals(dungeon)
        ? create(party, context)
        : Optional.empty();
  }

  private static boolean join(DungeonRun run, long player) {
    for (DungeonRunner runner : run.getRunners()) {
      if (runner.getPlayerId() == player) {
        runner.setInside(true);
        return true;
      }
    }
    return run.getRunners().size() < DungeonRules.MAX_PLAYERS
        && run.getRunners().add(new DungeonRunner(player, true, 0));
  }

  private void clear(FloorClear clear, Context<DungeonRunsState> context) {
    Optional<DungeonRun> found = inside(clear.getInstanceId(), context);
    if (found.isEmpty()) {
      return;
    }
    DungeonRun run = found.get();
    int floor = floor(clear, run, context.event().getPlayerId());
    boolean counts =
        floor >= 1
            && floor <= run.getFloorCount()
            && run.getRunners().size() >= DungeonRules.MIN_PLAYERS
            && context.time() >= run.getStartedAt()
            && context.time() < run.getDeadline();
    int bit = 1 << (floor - 1);
    if (!counts || (run.getFloors() & bit) != 0) {
      return;
    }
    run.setFloors(run.getFloors() | bit);
    run.setLastClearAt(Math.max(run.getLastClearAt(), context.time()));
    for (DungeonRunner runner : run.getRunners()) {
      if (runner.getInside()) {
        runner.setFloors(runner.getFloors() | bit);
      }
    }
    if (Integer.bitCount(run.getFloors()) == run.getFloorCount()) {
      end(run, DungeonStatus.completed, context);
    } else {
      context.change(DungeonEffects.row(run, context.time()));
    }
  }

  /** A report without a number is the next floor; the first who entered speaks for all. */
  private static int floor(FloorClear clear, DungeonRun run, long player) {
    if (clear.getFloor() != null) {
      return clear.getFloor();
    }
    boolean speaker =
        !run.getRunners().isEmpty() && run.getRunners().get(0).getPlayerId() == player;
    return speaker ? Integer.numberOfTrailingZeros(~run.getFloors()) + 1 : 0;
  }

  private void leave(InstanceLeave leave, Context<DungeonRunsState> context) {
    Optional<DungeonRun> found = inside(leave.getInstanceId(), context);
    if (found.isEmpty()) {
      return;
    }
    DungeonRun run = found.get();
    boolean anybody = false;
    for (DungeonRunner runner : run.getRunners()) {
      if (runner.getPlayerId() == context.event().getPlayerId()) {
        runner.setInside(false);
      }
      anybody |= runner.getInside();
    }
    if (!anybody && run.getEmptySince() == 0) {
      run.setEmptySince(context.time());
      context.wakeAt(context.time() + DungeonRules.EMPTY_FOR.toMillis(), LOOK);
    }
  }

  /** An instance that the game could not open was never there. */
  private void result(ActionResult result, Context<DungeonRunsState> context) {
    if (result.getOutcome() == ActionOutcome.completed
        || !DungeonEffects.isStart(result.getIdempotencyKey())) {
      return;
    }
    for (DungeonRun run : List.copyOf(context.state().getRuns())) {
      if (DungeonEffects.startKey(run).equals(result.getIdempotencyKey())
          && run.getGameInstance().isEmpty()) {
        end(run, DungeonStatus.failed, context);
      }
    }
  }

  private void look(Context<DungeonRunsState> context) {
    long now = context.time();
    for (DungeonRun run : new ArrayList<>(context.state().getRuns())) {
      boolean deserted =
          run.getEmptySince() > 0 && now >= run.getEmptySince() + DungeonRules.EMPTY_FOR.toMillis();
      if (now >= run.getDeadline() + DungeonRules.GRACE.toMillis()) {
        end(run, DungeonStatus.expired, context);
      } else if (deserted) {
        end(run, DungeonStatus.failed, context);
      }
    }
  }

  private void end(DungeonRun run, DungeonStatus status, Context<DungeonRunsState> context) {
    DungeonRunsState state = context.state();
    run.setStatus(status);
    if (!run.getGameInstance().isEmpty()) {
      state.getOver().add(run.getGameInstance());
      if (state.getOver().size() > DungeonRules.MAX_OVER) {
        state.getOver().remove(0);
      }
    }
    DungeonEffects.pay(run, rules, context);
    if (status == DungeonStatus.completed) {
      DungeonRanks.place(run, state, context.time());
      DungeonEffects.tell(run, context);
    }
    context.change(DungeonEffects.row(run, context.time()));
    state.getRuns().remove(run);
  }
}
