package midgard.agents.outbox;

import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.outbox.ActionEnded;
import midgard.schemas.outbox.EndedActionState;

/** Remembers for 30 days how an action ended: equal wishes are one. */
public final class EndedActions extends Agent<EndedActionState> {
  public static final StateOf<EndedActionState> STATE =
      StateOf.of(AgentName.OUTBOX, Domain.WORLD, "ended", EndedActionState.class);

  private static final String FORGET = "forget";

  public EndedActions() {
    super(STATE);
    on(ActionEnded.class, this::ended);
    onTimer(FORGET, (due, context) -> context.forget());
  }

  private void ended(ActionEnded end, Context<EndedActionState> context) {
    EndedActionState state = context.state();
    if (state.getEndedAt() != 0) {
      return;
    }
    state.setStatus(end.getStatus());
    state.setEndedAt(end.getEndedAt());
    state.setMessage(end.getMessage());
    context.wakeAt(end.getEndedAt() + OutboxRules.REMEMBERED.toMillis(), FORGET);
  }
}
