package midgard.agents.karma;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import midgard.agent.Context;
import midgard.schemas.Domain;
import midgard.schemas.karma.KarmaAction;
import midgard.schemas.karma.KarmaActionData;
import midgard.schemas.karma.KarmaActionRow;
import midgard.schemas.karma.KarmaImpact;
import midgard.schemas.karma.PendingKarma;
import midgard.schemas.karma.PlayerKarma;
import midgard.schemas.karma.PlayerKarmaState;

/** Deeds of one player that the world and the database have not been told of yet. */
final class PendingDeeds {
  private static final String VARIOUS = "various";

  private PendingDeeds() {}

  /**
   * @param movedMilli what the player's own karma moved by; less than the deed's worth at the ends
   *     of the range, while the world always gets a tenth of the whole
   */
  static void add(
      PlayerKarmaState state, KarmaAction action, String target, long movedMilli, long time) {
    PendingKarma entry = entry(state.getPending(), action, target);
    entry.setCount(entry.getCount() + 1);
    entry.setKarmaMilli(entry.getKarmaMilli() + movedMilli);
    entry.setGlobalMilli(
        entry.getGlobalMilli() + KarmaRules.value(action) * 1000L / KarmaRules.WORLD_PART);
    entry.setLastAt(Math.max(entry.getLastAt(), time));
  }

  private static PendingKarma entry(List<PendingKarma> pending, KarmaAction action, String target) {
    PendingKarma found = find(pending, action, target);
    if (found != null) {
      return found;
    }
    boolean full = pending.size() >= KarmaRules.MOST_PENDING_TARGETS;
    PendingKarma various = full ? find(pending, action, VARIOUS) : null;
    if (various != null) {
      return various;
    }
    PendingKarma first = new PendingKarma(action, full ? VARIOUS : target, 0, 0L, 0L, 0L);
    pending.add(first);
    return first;
  }

  private static PendingKarma find(List<PendingKarma> pending, KarmaAction action, String target) {
    for (PendingKarma entry : pending) {
      if (entry.getAction() == action && entry.getTarget().equals(target)) {
        return entry;
      }
    }
    return null;
  }

  static void tell(KarmaRules rules, Context<PlayerKarmaState> context) {
    PlayerKarmaState state = context.state();
    if (state.getPending().isEmpty()) {
      return;
    }
    KarmaImpact impact = new KarmaImpact(0L, 0L, 0L);
    for (PendingKarma deeds : state.getPending()) {
      context.change(action(deeds, context));
      impact.setKarmaMilli(impact.getKarmaMilli() + deeds.getGlobalMilli());
      if (deeds.getGlobalMilli() > 0) {
        impact.setGoodActions(impact.getGoodActions() + deeds.getCount());
      } else {
        impact.setEvilActions(impact.getEvilActions() + deeds.getCount());
      }
    }
    state.setPending(new ArrayList<>());
    context.change(row(rules, context));
    context.signal(Domain.WORLD, Domain.WORLD_KEY, impact);
  }

  private static KarmaActionRow action(PendingKarma deeds, Context<PlayerKarmaState> context) {
    return new KarmaActionRow(
        context.newId("karma"),
        Long.parseLong(context.key()),
        deeds.getAction(),
        deeds.getKarmaMilli(),
        deeds.getGlobalMilli(),
        new KarmaActionData(deeds.getTarget(), deeds.getCount()),
        Instant.ofEpochMilli(deeds.getLastAt()));
  }

  static PlayerKarma row(KarmaRules rules, Context<PlayerKarmaState> context) {
    PlayerKarmaState state = context.state();
    return new PlayerKarma(
        Long.parseLong(context.key()),
        state.getKarmaMilli(),
        rules.alignment(state.getKarmaMilli()),
        state.getGoodActions(),
        state.getEvilActions(),
        Instant.ofEpochMilli(state.getLastActionAt()));
  }
}
