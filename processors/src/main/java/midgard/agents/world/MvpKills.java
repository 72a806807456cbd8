package midgard.agents.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import midgard.schemas.world.MvpBucket;
import midgard.schemas.world.MvpCount;
import midgard.schemas.world.MvpFall;

/** The MVPs that fell: a 24-hour window per MVP, and the last hundred. */
final class MvpKills {
  private static final SlidingWindow WINDOW = WorldRules.MVP_KILLS_24H;

  private static final Comparator<MvpBucket> BY_START =
      Comparator.comparingLong(MvpBucket::getStart).thenComparingInt(MvpBucket::getMvpId);

  private static final Comparator<MvpFall> LATEST_FIRST =
      Comparator.comparingLong(MvpFall::getTime).reversed().thenComparing(MvpFall::getEventId);

  private MvpKills() {}

  /** Drops what the clock has left behind; whether anything was. */
  static boolean expire(List<MvpBucket> window, long now) {
    return window.removeIf(bucket -> WINDOW.isOver(bucket.getStart(), now));
  }

  static void count(List<MvpBucket> window, int mvp, long time, long now) {
    expire(window, now);
    long start = WINDOW.startOf(time);
    if (WINDOW.isOver(start, now)) {
      return;
    }
    for (MvpBucket bucket : window) {
      if (bucket.getStart() == start && bucket.getMvpId() == mvp) {
        bucket.setCount(bucket.getCount() + 1);
        return;
      }
    }
    window.add(new MvpBucket(start, mvp, 1L));
    window.sort(BY_START);
  }

  static void remember(List<MvpFall> last, MvpFall fall) {
    last.add(fall);
    last.sort(LATEST_FIRST);
    if (last.size() > WorldRules.LAST_MVP_KILLS) {
      last.remove(last.size() - 1);
    }
  }

  /** By MVP id. */
  static List<MvpCount> counts(List<MvpBucket> window, long now) {
    TreeMap<Integer, Long> counts = new TreeMap<>();
    for (MvpBucket bucket : window) {
      if (!WINDOW.isOver(bucket.getStart(), now)) {
        counts.merge(bucket.getMvpId(), bucket.getCount(), Long::sum);
      }
    }
    List<MvpCount> list = new ArrayList<>();
    counts.forEach((mvp, kills) -> list.add(new MvpCount(mvp, kills)));
    return list;
  }
}
