package midgard.agents.problem;

import java.util.List;
import midgard.schemas.problem.Contribution;

/** What players did, one entry each, sorted by player id. */
final class Contributions {
  private Contributions() {}

  /** Adds to the player's entry, and returns it. */
  static Contribution add(List<Contribution> contributions, Contribution more) {
    int low = 0;
    int high = contributions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (contributions.get(middle).getPlayerId() < more.getPlayerId()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == contributions.size() || contributions.get(low).getPlayerId() != more.getPlayerId()) {
      contributions.add(low, new Contribution(more.getPlayerId(), 0, 0, 0L));
    }
    Contribution entry = contributions.get(low);
    entry.setKills(entry.getKills() + more.getKills());
    entry.setMvpKills(entry.getMvpKills() + more.getMvpKills());
    entry.setPoints(Math.addExact(entry.getPoints(), more.getPoints()));
    return entry;
  }

  static long points(List<Contribution> contributions) {
    return contributions.stream().mapToLong(Contribution::getPoints).sum();
  }
}
