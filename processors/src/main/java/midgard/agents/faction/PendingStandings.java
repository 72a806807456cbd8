package midgard.agents.faction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import midgard.agent.Context;
import midgard.schemas.Domain;
import midgard.schemas.faction.AllegianceState;
import midgard.schemas.faction.Faction;
import midgard.schemas.faction.FactionAction;
import midgard.schemas.faction.FactionActionData;
import midgard.schemas.faction.FactionActionRow;
import midgard.schemas.faction.FactionImpact;
import midgard.schemas.faction.FactionSum;
import midgard.schemas.faction.PendingStanding;
import midgard.schemas.faction.PlayerFactionReputation;
import midgard.schemas.faction.Standing;

/** Deeds of one player that the world and the database have not been told of yet. */
final class PendingStandings {
  private static final String VARIOUS = "various";

  private PendingStandings() {}

  /**
   * @param moved what the standing moved by; less than the deed's worth at the ends of the range,
   *     while the world always gets a tenth of the whole
   */
  static void add(
      AllegianceState state,
      Faction faction,
      FactionAction action,
      String target,
      int moved,
      long time) {
    PendingStanding entry = entry(state.getPending(), faction, action, target);
    entry.setCount(entry.getCount() + 1);
    entry.setReputation(entry.getReputation() + moved);
    entry.setAlignmentMilli(
        entry.getAlignmentMilli() + FactionRules.value(action) * 1000L / FactionRules.WORLD_PART);
    entry.setLastAt(Math.max(entry.getLastAt(), time));
  }

  private static PendingStanding entry(
      List<PendingStanding> pending, Faction faction, FactionAction action, String target) {
    PendingStanding found = find(pending, faction, action, target);
    if (found != null) {
      return found;
    }
    boolean full = pending.size() >= FactionRules.MOST_PENDING_TARGETS;
    PendingStanding various = full ? find(pending, faction, action, VARIOUS) : null;
    if (various != null) {
      return various;
    }
    PendingStanding first =
        new PendingStanding(faction, action, full ? VARIOUS : target, 0, 0, 0L, 0L);
    pending.add(first);
    return first;
  }

  private static PendingStanding find(
      List<PendingStanding> pending, Faction faction, FactionAction action, String target) {
    for (PendingStanding entry : pending) {
      if (entry.getFaction() == faction
          && entry.getAction() == action
          && entry.getTarget().equals(target)) {
        return entry;
      }
    }
    return null;
  }

  static void tell(Context<AllegianceState> context) {
    AllegianceState state = context.state();
    if (state.getPending().isEmpty()) {
      return;
    }
    List<FactionSum> sums = new ArrayList<>();
    for (Standing standing : state.getStandings()) {
      FactionSum sum = new FactionSum(standing.getFaction(), 0L, 0L);
      for (PendingStanding deeds : state.getPending()) {
        if (deeds.getFaction() == standing.getFaction()) {
          context.change(action(deeds, context));
          sum.setAlignmentMilli(sum.getAlignmentMilli() + deeds.getAlignmentMilli());
          sum.setActions(sum.getActions() + deeds.getCount());
        }
      }
      if (sum.getActions() > 0) {
        sums.add(sum);
        context.change(row(standing, context));
      }
    }
    state.setPending(new ArrayList<>());
    context.signal(Domain.WORLD, Domain.WORLD_KEY, new FactionImpact(sums));
  }

  private static FactionActionRow action(PendingStanding deeds, Context<AllegianceState> context) {
    return new FactionActionRow(
        context.newId("faction"),
        Long.parseLong(context.key()),
        deeds.getFaction(),
        deeds.getAction(),
        deeds.getReputation(),
        deeds.getAlignmentMilli(),
        new FactionActionData(deeds.getTarget(), deeds.getCount()),
        Instant.ofEpochMilli(deeds.getLastAt()));
  }

  static PlayerFactionReputation row(Standing standing, Context<AllegianceState> context) {
    return new PlayerFactionReputation(
        Long.parseLong(context.key()),
        standing.getFaction(),
        standing.getReputation(),
        standing.getTier(),
        standing.getActionsCompleted(),
        standing.getLastActionAt() == 0 ? null : Instant.ofEpochMilli(standing.getLastActionAt()),
        standing.getUndelivered());
  }
}
