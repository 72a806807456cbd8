package midgard.agents.karma;

import java.util.ArrayList;
import java.util.List;
import midgard.schemas.karma.DeedsOfDay;
import midgard.schemas.karma.KarmaAction;
import midgard.schemas.karma.PlayerKarmaState;

/** What of a player's deeds still counts today, where only so many do. */
final class DayOfDeeds {
  private DayOfDeeds() {}

  /**
   * Brings a player up to a day: takes what time has taken, and starts the count of deeds anew. A
   * late event counts for the day that runs, never for one that is over.
   */
  static void start(PlayerKarmaState state, int day, KarmaRules rules) {
    if (day <= state.getDecayedDay()) {
      return;
    }
    if (state.getDecayedDay() >= 0) {
      long days = (long) day - state.getDecayedDay();
      state.setKarmaMilli(rules.decay().after(days, state.getKarmaMilli()));
    }
    state.setDecayedDay(day);
    state.setDeeds(new ArrayList<>());
  }

  /** Counts a deed if it counts; what is over the limit or was done to the same target does not. */
  static boolean takes(
      PlayerKarmaState state, KarmaAction action, String target, KarmaRules rules) {
    if (!KarmaRules.isLimited(action)) {
      return true;
    }
    DeedsOfDay today = of(state.getDeeds(), action);
    boolean once = KarmaRules.isOncePerTarget(action);
    if (today.getCount() >= rules.dailyDeeds() || (once && today.getTargets().contains(target))) {
      return false;
    }
    today.setCount(today.getCount() + 1);
    if (once) {
      today.getTargets().add(target);
    }
    return true;
  }

  private static DeedsOfDay of(List<DeedsOfDay> deeds, KarmaAction action) {
    for (DeedsOfDay kind : deeds) {
      if (kind.getAction() == action) {
        return kind;
      }
    }
    DeedsOfDay first = new DeedsOfDay(action, 0, new ArrayList<>());
    deeds.add(first);
    return first;
  }
}
