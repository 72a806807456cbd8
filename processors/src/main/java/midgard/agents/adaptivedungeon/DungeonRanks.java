package midgard.agents.adaptivedungeon;

import java.util.Comparator;
import java.util.List;
import midgard.schemas.adaptivedungeon.DungeonRank;
import midgard.schemas.adaptivedungeon.DungeonRun;
import midgard.schemas.adaptivedungeon.DungeonRunsState;

/** The parties that cleared all floors, fastest first. */
final class DungeonRanks {
  private static final Comparator<DungeonRank> FASTEST_FIRST =
      Comparator.comparingLong(DungeonRank::getTimeTaken)
          .thenComparingLong(DungeonRank::getTimestamp)
          .thenComparing(DungeonRank::getInstanceId);

  private DungeonRanks() {}

  static void place(DungeonRun run, DungeonRunsState state, long now) {
    state.setTotalCompletions(state.getTotalCompletions() + 1);
    List<DungeonRank> ranks = state.getRanks();
    ranks.add(
        new DungeonRank(
            run.getInstanceId(),
            run.getDungeonId(),
            run.getTheme(),
            run.getPartyId(),
            run.getFloorCount(),
            run.getRunners().size(),
            timeTaken(run),
            now));
    ranks.sort(FASTEST_FIRST);
    if (ranks.size() > DungeonRules.PLACES) {
      ranks.remove(DungeonRules.PLACES);
    }
  }

  /** From the first step inside to the last floor that fell, in ms; 0 when none fell. */
  static long timeTaken(DungeonRun run) {
    return run.getLastClearAt() == 0 ? 0 : run.getLastClearAt() - run.getStartedAt();
  }
}
