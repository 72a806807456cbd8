package midgard.agents.adaptivedungeon;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.adaptivedungeon.DungeonAsked;
import midgard.schemas.adaptivedungeon.DungeonGateState;
import midgard.schemas.adaptivedungeon.GateVisit;
import midgard.schemas.event.NpcInteraction;

/** Hears parties that ask the Dungeon Master, whatever number the game has given it. */
public final class DungeonGate extends Agent<DungeonGateState> {
  public static final StateOf<DungeonGateState> STATE =
      StateOf.of(AgentName.ADAPTIVE_DUNGEON, Domain.NPC, DungeonGateState.class);

  public DungeonGate() {
    super(STATE);
    on(NpcInteraction.class, this::asked);
  }

  private void asked(NpcInteraction interaction, Context<DungeonGateState> context) {
    Long party = context.event().getPartyId();
    if (!interaction.getNpcName().equals(DungeonRules.MASTER) || party == null || party <= 0) {
      return;
    }
    List<GateVisit> visits = context.state().getVisits();
    for (GateVisit visit : visits) {
      long since = context.time() - visit.getTime();
      if (visit.getPartyId() == party && since < DungeonRules.ONE_QUESTION.toMillis()) {
        return;
      }
    }
    visits.removeIf(visit -> visit.getPartyId() == party);
    visits.add(new GateVisit(party, context.time()));
    if (visits.size() > DungeonRules.MAX_VISITS) {
      visits.remove(0);
    }
    context.signal(
        Domain.WORLD, Domain.WORLD_KEY, new DungeonAsked(context.event().getPlayerId(), party));
  }
}
