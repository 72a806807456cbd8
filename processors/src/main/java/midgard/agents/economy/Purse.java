package midgard.agents.economy;

import java.time.Instant;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.economy.EventOrder;
import midgard.schemas.economy.HourFlow;
import midgard.schemas.economy.LedgerKind;
import midgard.schemas.economy.PurseChanged;
import midgard.schemas.economy.PurseState;
import midgard.schemas.economy.ZenyLedger;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.ZenyChange;

/**
 * Keeps the ledger of one player's purse: every zeny_change is one entry. The world is told sums at
 * the next tick, and when a player has not been seen for a day.
 */
public final class Purse extends Agent<PurseState> {
  public static final StateOf<PurseState> STATE =
      StateOf.of(AgentName.ECONOMY, Domain.PLAYER, PurseState.class);

  private static final String TELL = "tell";
  private static final String IDLE = "idle";

  public Purse() {
    super(STATE);
    on(ZenyChange.class, this::zeny);
    on(PlayerLogin.class, this::login);
    onTimer(TELL, this::tell);
    onTimer(IDLE, this::idle);
  }

  private void login(PlayerLogin login, Context<PurseState> context) {
    seen(context);
  }

  private void zeny(ZenyChange change, Context<PurseState> context) {
    long player = Long.parseLong(context.key());
    if (context.event().getPlayerId() != player) {
      // The other side of a trade has its own zeny_change.
      return;
    }
    PurseState state = context.state();
    EventOrder place = EventOrders.of(context.event());
    LedgerKind kind = EconomyRules.kindOf(change.getReason(), change.getAmount());
    boolean opening =
        PurseLedger.book(
            state,
            place,
            change.getAmount(),
            change.getBalance(),
            Flows.of(change.getReason(), kind, change.getAmount()));
    if (opening) {
      context.change(openingRow(player, context));
    }
    context.change(
        new ZenyLedger(
            context.event().getEventId(),
            player,
            change.getAmount(),
            kind,
            change.getReason(),
            change.getOtherPlayerId(),
            change.getBalance(),
            context.cause(),
            Instant.ofEpochMilli(context.time())));
    seen(context);
    tellSoon(context);
  }

  private static ZenyLedger openingRow(long player, Context<PurseState> context) {
    PurseState state = context.state();
    return new ZenyLedger(
        "opening:" + player,
        player,
        state.getOpening(),
        LedgerKind.opening,
        null,
        null,
        state.getOpening(),
        context.cause(),
        Instant.ofEpochMilli(state.getFirst().getTime()));
  }

  /** Notes that the player is there; a clock that is far ahead keeps nobody active for longer. */
  private static void seen(Context<PurseState> context) {
    PurseState state = context.state();
    long time =
        EconomyRules.isAhead(context.time(), context.clock()) ? context.clock() : context.time();
    state.setLastActive(Math.max(state.getLastActive(), time));
    if (!state.getActive() && !isIdle(state, context.clock())) {
      state.setActive(true);
      context.wakeAt(state.getLastActive() + EconomyRules.ACTIVE, IDLE);
      tellSoon(context);
    }
  }

  private static boolean isIdle(PurseState state, long clock) {
    return clock >= state.getLastActive() + EconomyRules.ACTIVE;
  }

  private void idle(long due, Context<PurseState> context) {
    PurseState state = context.state();
    if (isIdle(state, context.clock())) {
      state.setActive(false);
      tell(due, context);
    } else {
      context.wakeAt(state.getLastActive() + EconomyRules.ACTIVE, IDLE);
    }
  }

  private static void tellSoon(Context<PurseState> context) {
    PurseState state = context.state();
    if (state.getTellAt() <= context.clock()) {
      state.setTellAt(context.clock() + 1);
      context.wakeAt(state.getTellAt(), TELL);
    }
  }

  private void tell(long due, Context<PurseState> context) {
    PurseState state = context.state();
    PurseChanged news =
        new PurseChanged(
            one(state.getOpened()) - one(state.getToldOpened()),
            Math.subtractExact(state.getOpening(), state.getToldOpening()),
            one(state.getActive()) - one(state.getToldActive()),
            Math.subtractExact(state.getDrift(), state.getToldDrift()),
            List.<HourFlow>copyOf(state.getUntold()));
    if (isNothing(news)) {
      return;
    }
    context.signal(Domain.WORLD, Domain.WORLD_KEY, news);
    state.setToldOpened(state.getOpened());
    state.setToldOpening(state.getOpening());
    state.setToldActive(state.getActive());
    state.setToldDrift(state.getDrift());
    state.getUntold().clear();
  }

  private static int one(boolean yes) {
    return yes ? 1 : 0;
  }

  private static boolean isNothing(PurseChanged news) {
    return news.getPurses() == 0
        && news.getOpening() == 0
        && news.getActive() == 0
        && news.getDrift() == 0
        && news.getFlows().isEmpty();
  }
}
