package midgard.topology;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.reputation.LeaderboardState;
import org.apache.avro.specific.SpecificRecord;

/** An agent that counts what it is given; on a chat text of "fail" it fails after counting. */
final class Probe extends Agent<LeaderboardState> {

  @SafeVarargs
  Probe(Domain domain, Class<? extends SpecificRecord>... types) {
    super(state(domain));
    for (Class<? extends SpecificRecord> type : List.of(types)) {
      on(type, Probe::count);
    }
  }

  static StateOf<LeaderboardState> state(Domain domain) {
    return new StateOf<>(AgentName.MEMORY, domain, "probe-" + domain.id(), LeaderboardState.class);
  }

  private static void count(SpecificRecord message, Context<LeaderboardState> context) {
    LeaderboardState state = context.state();
    state.setTotalPlayers(state.getTotalPlayers() + 1);
    if (message.toString().contains("fail")) {
      throw new IllegalStateException("told to fail");
    }
  }
}
