package midgard.agents.eventchain;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.eventchain.ChainEnded;
import midgard.schemas.eventchain.ChainHistoryState;

/** Keeps the chains that ended, apart from those that run: they are touched once. */
public final class ChainHistory extends Agent<ChainHistoryState> {
  public static final StateOf<ChainHistoryState> STATE =
      StateOf.of(AgentName.EVENT_CHAIN, Domain.WORLD, "history", ChainHistoryState.class);

  public ChainHistory() {
    super(STATE);
    on(ChainEnded.class, this::keep);
  }

  private void keep(ChainEnded chain, Context<ChainHistoryState> context) {
    List<ChainEnded> ended = context.state().getEnded();
    if (ended.stream().anyMatch(other -> other.getChainId().equals(chain.getChainId()))) {
      return;
    }
    ended.add(0, chain);
    if (ended.size() > ChainRules.MAX_HISTORY) {
      ended.remove(ChainRules.MAX_HISTORY);
    }
  }
}
