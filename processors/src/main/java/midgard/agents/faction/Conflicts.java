package midgard.agents.faction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import midgard.agent.Context;
import midgard.schemas.faction.BalanceOfPowerState;
import midgard.schemas.faction.ConflictStatus;
import midgard.schemas.faction.FactionConflict;
import midgard.schemas.faction.FactionScore;
import midgard.schemas.faction.RunningConflict;

/** Begins and ends the conflicts of factions that are about as strong as each other. */
final class Conflicts {
  private Conflicts() {}

  static void update(Context<BalanceOfPowerState> context) {
    List<FactionScore> scores = context.state().getScores();
    for (int one = 0; one < scores.size(); one++) {
      for (int other = one + 1; other < scores.size(); other++) {
        update(scores.get(one), scores.get(other), context);
      }
    }
  }

  private static void update(
      FactionScore one, FactionScore other, Context<BalanceOfPowerState> context) {
    Optional<RunningConflict> running =
        context.state().getConflicts().stream()
            .filter(
                conflict ->
                    conflict.getFactionA() == one.getFaction()
                        && conflict.getFactionB() == other.getFaction())
            .findFirst();
    boolean conflict = FactionRules.isConflict(one.getScoreMilli(), other.getScoreMilli());
    if (conflict && running.isEmpty()) {
      begin(one, other, context);
    } else if (!conflict && running.isPresent()) {
      end(running.get(), one, other, context);
    }
  }

  private static void begin(
      FactionScore one, FactionScore other, Context<BalanceOfPowerState> context) {
    RunningConflict begun =
        new RunningConflict(
            context.newId("conflict"), one.getFaction(), other.getFaction(), context.time());
    context.state().getConflicts().add(begun);
    context.change(row(begun, one, other, ConflictStatus.active, null));
    String text = FactionTexts.conflict(one.getFaction(), other.getFaction());
    PowerShift.conflict(begun.getConflictId(), text, true, context);
  }

  private static void end(
      RunningConflict ended,
      FactionScore one,
      FactionScore other,
      Context<BalanceOfPowerState> context) {
    context.state().getConflicts().remove(ended);
    context.change(
        row(ended, one, other, ConflictStatus.ended, Instant.ofEpochMilli(context.time())));
    String text = FactionTexts.peace(one.getFaction(), other.getFaction());
    PowerShift.conflict(ended.getConflictId(), text, false, context);
  }

  private static FactionConflict row(
      RunningConflict conflict,
      FactionScore one,
      FactionScore other,
      ConflictStatus status,
      Instant endedAt) {
    return new FactionConflict(
        conflict.getConflictId(),
        conflict.getFactionA(),
        conflict.getFactionB(),
        one.getScoreMilli(),
        other.getScoreMilli(),
        status,
        Instant.ofEpochMilli(conflict.getStartedAt()),
        endedAt);
  }
}
