package midgard.agents.outbox;

import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.action.GameAction;
import midgard.schemas.action.GiveReward;
import midgard.schemas.outbox.PlayerLimitsState;

/** Lets a player's actions through to the outbox, as many as an hour may bring. */
public final class PlayerLimits extends Agent<PlayerLimitsState> {
  public static final StateOf<PlayerLimitsState> STATE =
      StateOf.of(AgentName.OUTBOX, Domain.PLAYER, PlayerLimitsState.class);

  private final OutboxRules rules;

  public PlayerLimits(OutboxRules rules) {
    super(STATE);
    this.rules = rules;
    on(GameAction.class, this::action);
  }

  private void action(GameAction action, Context<PlayerLimitsState> context) {
    if (action.getPayload() instanceof GiveReward reward && isTooMuch(reward, context)) {
      String why =
          "More than %d rewards or %d zeny in an hour."
              .formatted(rules.rewardsPerPlayer(), rules.zenyPerPlayer());
      context.change(ActionRows.refused(action, why, context.time()));
      ActionRows.answer(
          action,
          new ActionResult(action.getIdempotencyKey(), ActionOutcome.refused, why),
          context);
      return;
    }
    context.signal(Domain.WORLD, action.getIdempotencyKey(), action);
  }

  /** Counts a reward that still fits. */
  private boolean isTooMuch(GiveReward reward, Context<PlayerLimitsState> context) {
    PlayerLimitsState state = context.state();
    long hour = OutboxRules.hour(context.clock());
    if (hour != state.getHour()) {
      state.setHour(hour);
      state.setRewards(0);
      state.setZeny(0);
    }
    long zeny = Math.addExact(state.getZeny(), reward.getZeny());
    if (state.getRewards() >= rules.rewardsPerPlayer() || zeny > rules.zenyPerPlayer()) {
      return true;
    }
    state.setRewards(state.getRewards() + 1);
    state.setZeny(zeny);
    return false;
  }
}
