package midgard.bench.traffic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import midgard.schemas.event.EventTypes;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Heartbeat;
import midgard.schemas.event.PlayerLogin;

/**
 * How close made traffic is to the recorded session: share per type, rates per player, what follows
 * a kill. Two things are left out, since they depend on how many players there are and how long one
 * looks: heartbeats, which come by the clock, and each made player's first login, which no logout
 * has followed before (in the recording, each login has its logout).
 */
public final class Comparison {
  private static final String HEARTBEAT = "heartbeat";

  private final Recorded recorded = Recorded.load();
  private final SortedMap<String, Long> made = new TreeMap<>();
  private final Set<Long> known = new HashSet<>();
  private long first;
  private long last;

  /** One type: how often, and its share of all. */
  public record Line(String type, int recorded, double recordedShare, long made, double madeShare) {
    /** The made share divided by the recorded. */
    public double ratio() {
      return madeShare / recordedShare;
    }
  }

  /** Counts one made event. */
  public void add(GameEvent event) {
    first = first == 0 ? event.getTimestamp() : first;
    last = event.getTimestamp();
    boolean left =
        event.getPayload() instanceof Heartbeat
            || event.getPayload() instanceof PlayerLogin && known.add(event.getPlayerId());
    if (!left) {
      made.merge(EventTypes.nameOf(event), 1L, Long::sum);
    }
  }

  /** Every recorded type, by name. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    int all = recorded.events() - recorded.types().get(HEARTBEAT);
    recorded
        .types()
        .forEach(
            (type, count) -> {
              if (!type.equals(HEARTBEAT)) {
                double share = (double) count / all;
                long own = made.getOrDefault(type, 0L);
                lines.add(new Line(type, count, share, own, (double) own / made()));
              }
            });
    return lines;
  }

  /**
   * Pearson's statistic of the recorded counts against the made shares: whether the recording could
   * be a piece of the made traffic. The number of types less one is its degree of freedom.
   */
  public double chiSquare() {
    int all = recorded.events() - recorded.types().get(HEARTBEAT);
    return lines().stream()
        .mapToDouble(l -> Math.pow(l.recorded() - l.madeShare() * all, 2) / (l.madeShare() * all))
        .sum();
  }

  /** The largest difference between a type's made and recorded share, in points of one hundred. */
  public double largestDifference() {
    return lines().stream()
        .mapToDouble(l -> 100 * Math.abs(l.madeShare() - l.recordedShare()))
        .max()
        .orElse(0);
  }

  /** Made events per second of event time. */
  public double rate() {
    return made() * 1000.0 / Math.max(1, last - first);
  }

  private long made() {
    return made.values().stream().mapToLong(Long::longValue).sum();
  }

  private double perKill(String type) {
    return (double) made.getOrDefault(type, 0L)
        / Math.max(1, made.getOrDefault("monster_kill", 1L));
  }

  /** For people. */
  public String report(int players) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%-18s %9s %9s %10s %9s %7s%n"
            .formatted("type", "recorded", "share", "made", "share", "ratio"));
    for (Line line : lines()) {
      text.append(
          "%-18s %9d %8.2f%% %10d %8.2f%% %7.2f%n"
              .formatted(
                  line.type(),
                  line.recorded(),
                  100 * line.recordedShare(),
                  line.made(),
                  100 * line.madeShare(),
                  line.ratio()));
    }
    int kills = recorded.types().get("monster_kill");
    text.append(
        ("largest difference of a share: %.2f points; chi-square of the recording against the made%n"
                + "shares: %.1f with %d degrees of freedom; %d made events%n")
            .formatted(largestDifference(), chiSquare(), lines().size() - 1, made()));
    text.append(
        "events per player and second: recorded %.3f, made %.3f%n"
            .formatted(recorded.ratePerPlayer(), rate() / players));
    for (String type : List.of("item_drop", "item_pickup", "level_up")) {
      text.append(
          "%s per kill: recorded %.3f, made %.3f%n"
              .formatted(type, (double) recorded.types().get(type) / kills, perKill(type)));
    }
    return text.toString();
  }
}
