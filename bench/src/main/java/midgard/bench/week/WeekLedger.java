package midgard.bench.week;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import midgard.agents.economy.EconomyWorld;
import midgard.schemas.Domain;
import midgard.schemas.economy.EconomyState;
import midgard.schemas.economy.ReasonFlow;
import midgard.schemas.outbox.ActionStatus;
import midgard.schemas.outbox.GameActionRow;

/** The books of a week: money, and what was asked of the game against what the game did. */
final class WeekLedger {
  private final Week week;

  WeekLedger(Week week) {
    this.week = week;
  }

  /** What a reason brought into all purses together, less what it took. */
  static long net(ReasonFlow flow) {
    return flow.getFaucet() - flow.getSink() + flow.getTransferIn() - flow.getTransferOut();
  }

  /** What does not agree; empty when the books are right. */
  List<String> differences() {
    List<String> found = new ArrayList<>();
    EconomyState economy = week.world().state(EconomyWorld.STATE, Domain.WORLD_KEY);
    long flows = economy.getFlows().stream().mapToLong(WeekLedger::net).sum();
    long circulation = economy.getOpening() + flows + economy.getDrift();
    if (week.company().purses().orElse(circulation) != circulation) {
      found.add(
          "The books have %d zeny, the players' purses hold %d."
              .formatted(circulation, week.company().purses().getAsLong()));
    }
    for (Map.Entry<String, GameActionRow> action : week.actions().entrySet()) {
      int done = week.server().journal().getOrDefault(action.getKey(), 0);
      boolean completed = action.getValue().getStatus() == ActionStatus.completed;
      boolean reward = action.getValue().getActionType().equals("give_reward");
      if (reward && done > 1) {
        found.add(action.getKey() + " was paid " + done + " times.");
      }
      if (completed && done == 0) {
        found.add(action.getKey() + " counts as completed and was never done.");
      }
    }
    return found;
  }
}
