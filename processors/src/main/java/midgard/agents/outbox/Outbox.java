package midgard.agents.outbox;

import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.Shared;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.action.GameAction;
import midgard.schemas.action.GiveReward;
import midgard.schemas.outbox.ActionEnded;
import midgard.schemas.outbox.ActionStatus;
import midgard.schemas.outbox.EmergencyStop;
import midgard.schemas.outbox.EndedActionState;
import midgard.schemas.outbox.LeaseAction;
import midgard.schemas.outbox.OutboxLimits;
import midgard.schemas.outbox.OutboxState;
import midgard.schemas.outbox.ReportAction;

/**
 * One action for the game, by its idempotency key: waits, is leased to a game server, and ends. Who
 * asked hears how. A reward whose lease ends without a word is never handed out again unless the
 * game server says that it did not pay it.
 */
public final class Outbox extends Agent<OutboxState> {
  public static final StateOf<OutboxState> STATE =
      StateOf.of(AgentName.OUTBOX, Domain.WORLD, OutboxState.class);

  private static final String LEASE_ENDS = "lease-ends";
  private static final String EXPIRES = "expires";
  private static final String FILED = "filed";

  private final OutboxRules rules;
  private final Shared<OutboxLimits> limits;

  public Outbox(OutboxRules rules) {
    super(STATE);
    this.rules = rules;
    this.limits = share(OutboxLimits.class, () -> OutboxLimits.newBuilder().build());
    on(GameAction.class, this::take);
    on(LeaseAction.class, this::lease);
    on(ReportAction.class, this::report);
    onTimer(LEASE_ENDS, (due, context) -> leaseEnds(context));
    onTimer(EXPIRES, (due, context) -> expire(context));
    onTimer(FILED, (due, context) -> filed(context));
    onBroadcast(limits, EmergencyStop.class, Outbox::stop);
  }

  private void take(GameAction action, Context<OutboxState> context) {
    OutboxState state = context.state();
    if (state.getAction() != null) {
      if (isOver(state)) {
        answer(action, state.getStatus(), state.getMessage(), context);
      }
      return;
    }
    EndedActionState ended = context.peek(EndedActions.STATE);
    if (ended.getEndedAt() != 0) {
      answer(action, ended.getStatus(), ended.getMessage(), context);
      return;
    }
    state.setAction(action);
    if (!fitsTheHour(context)) {
      end(
          ActionStatus.refused,
          "More than %d actions in an hour.".formatted(rules.actionsPerHour()),
          context);
      return;
    }
    context.wakeAt(action.getExpiresAt(), EXPIRES);
    context.change(ActionRows.of(state));
  }

  private boolean fitsTheHour(Context<OutboxState> context) {
    OutboxLimits shared = context.changeShared(limits);
    long hour = OutboxRules.hour(context.clock());
    if (hour != shared.getHour()) {
      shared.setHour(hour);
      shared.setTaken(0);
    }
    if (shared.getTaken() >= rules.actionsPerHour()) {
      return false;
    }
    shared.setTaken(shared.getTaken() + 1);
    return true;
  }

  private void lease(LeaseAction lease, Context<OutboxState> context) {
    OutboxState state = context.state();
    if (!isFree(state, lease.getServerId())
        || context.clock() >= state.getAction().getExpiresAt()
        || context.shared(limits).getStopped()) {
      return;
    }
    state.setStatus(ActionStatus.leased);
    state.setLeaseId(lease.getLeaseId());
    state.setServerId(lease.getServerId());
    state.setLeaseUntil(context.clock() + OutboxRules.LEASE.toMillis());
    state.setTries(state.getTries() + 1);
    context.wakeAt(state.getLeaseUntil(), LEASE_ENDS);
    context.change(ActionRows.of(state));
  }

  /** Whether a game server may be handed the action. */
  public static boolean isFree(OutboxState state, String serverId) {
    return state.getAction() != null
        && state.getStatus() == ActionStatus.waiting
        && (state.getAction().getServerId() == null
            || state.getAction().getServerId().equals(serverId));
  }

  private void report(ReportAction report, Context<OutboxState> context) {
    OutboxState state = context.state();
    boolean handedOut = state.getTries() > 0 && !isOver(state);
    if (!handedOut) {
      return;
    }
    state.setServerId(report.getServerId());
    if (report.getDone()) {
      end(ActionStatus.completed, report.getMessage(), context);
    } else {
      again(report.getMessage(), context);
    }
  }

  private void leaseEnds(Context<OutboxState> context) {
    OutboxState state = context.state();
    if (state.getStatus() != ActionStatus.leased || context.clock() < state.getLeaseUntil()) {
      return;
    }
    if (state.getAction().getPayload() instanceof GiveReward) {
      state.setStatus(ActionStatus.unconfirmed);
      state.setMessage("No word of it came back.");
      context.change(ActionRows.of(state));
    } else {
      again("No word of it came back.", context);
    }
  }

  private static void again(String message, Context<OutboxState> context) {
    OutboxState state = context.state();
    if (state.getTries() >= OutboxRules.TRIES) {
      end(ActionStatus.failed, message, context);
      return;
    }
    state.setStatus(ActionStatus.waiting);
    state.setMessage(message);
    state.setLeaseId("");
    context.change(ActionRows.of(state));
  }

  private static void expire(Context<OutboxState> context) {
    OutboxState state = context.state();
    if (state.getAction() == null || isOver(state)) {
      return;
    }
    boolean handedOut = state.getStatus() != ActionStatus.waiting;
    end(
        handedOut ? ActionStatus.failed : ActionStatus.expired,
        handedOut ? "No word of it came back." : "No game server took it in time.",
        context);
  }

  private static void end(ActionStatus status, String message, Context<OutboxState> context) {
    OutboxState state = context.state();
    state.setStatus(status);
    state.setMessage(message);
    state.setLeaseId("");
    state.setEndedAt(context.clock());
    context.change(ActionRows.of(state));
    answer(state.getAction(), status, message, context);
    context.signal(
        Domain.WORLD, context.key(), new ActionEnded(status, state.getEndedAt(), message));
    context.wakeAt(state.getEndedAt() + OutboxRules.UNTIL_FILED.toMillis(), FILED);
  }

  private static void answer(
      GameAction action, ActionStatus status, String message, Context<OutboxState> context) {
    ActionRows.answer(
        action,
        new ActionResult(action.getIdempotencyKey(), ActionOutcome.valueOf(status.name()), message),
        context);
  }

  /** By now its end is kept by its key alone. */
  private static void filed(Context<OutboxState> context) {
    if (isOver(context.state())) {
      context.forget();
    }
  }

  /** Whether nothing will become of the action any more. */
  public static boolean isOver(OutboxState state) {
    return state.getStatus().compareTo(ActionStatus.completed) >= 0;
  }

  private static void stop(EmergencyStop command, OutboxLimits limits) {
    limits.setStopped(command.getStopped());
    limits.setStopReason(command.getReason());
  }
}
