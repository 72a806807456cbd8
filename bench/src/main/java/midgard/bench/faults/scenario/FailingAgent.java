package midgard.bench.faults.scenario;

import java.time.Instant;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.reputation.ReputationKind;
import midgard.schemas.reputation.UnlockedBenefit;
import midgard.schemas.world.TallyState;

/**
 * An agent with a bug: it counts a player's kills, and throws on some of them when it has changed
 * its state and asked for every kind of effect already. Nothing of that may be left.
 */
final class FailingAgent extends Agent<TallyState> {
  static final StateOf<TallyState> STATE =
      StateOf.of(AgentName.KARMA, Domain.PLAYER, "failing", TallyState.class);

  private static final int EVERY = 7;
  private static final String TIMER = "never";

  FailingAgent() {
    super(STATE);
    on(MonsterKill.class, this::kill);
    onTimer(TIMER, (due, context) -> context.state().setDeaths(context.state().getDeaths() + 1));
  }

  /** Whether it throws on such a kill. */
  static boolean failsOn(MonsterKill kill) {
    return kill.getMonsterId() % EVERY == 0;
  }

  private void kill(MonsterKill kill, Context<TallyState> context) {
    context.state().setKills(context.state().getKills() + 1);
    if (failsOn(kill)) {
      long player = Long.parseLong(context.key());
      context.change(
          new UnlockedBenefit(player, "title", "never", Instant.ofEpochMilli(context.time())));
      context.signal(
          Domain.PLAYER,
          context.key(),
          new ReputationGain(ReputationKind.explorer, 1000, "never", null));
      context.wakeAt(context.clock() + 1, TIMER);
      throw new IllegalStateException("This agent cannot bear monster " + kill.getMonsterId());
    }
  }
}
