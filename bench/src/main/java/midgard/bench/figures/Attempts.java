package midgard.bench.figures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The same thing measured until the host of this machine has left it its processors often enough.
 * Which attempts count is chosen by what was stolen from them alone, never by what came out; all of
 * them are told.
 *
 * @param all in the order in which they were made
 * @param wanted how many of them count
 */
record Attempts<T>(List<Attempt<T>> all, int wanted) {
  /** An attempt from which more was stolen is made again. */
  static final double MOST_STOLEN_PERCENT = 1;

  /**
   * @param stolenPercent of the processors' time while it was measured
   */
  record Attempt<T>(T value, double stolenPercent) {
    boolean isCalm() {
      return stolenPercent <= MOST_STOLEN_PERCENT;
    }
  }

  /** One attempt. */
  interface Measurement<T> {
    Attempt<T> make() throws IOException, InterruptedException, FigureRefused;
  }

  /**
   * @param wanted calm attempts to be made
   * @param most attempts, calm or not, after which it stops
   */
  static <T> Attempts<T> make(int wanted, int most, Measurement<T> measurement)
      throws IOException, InterruptedException, FigureRefused {
    List<Attempt<T>> made = new ArrayList<>();
    while (made.size() < most && made.stream().filter(Attempt::isCalm).count() < wanted) {
      made.add(measurement.make());
    }
    return new Attempts<>(List.copyOf(made), wanted);
  }

  /** Those that count: the calmest, of equally calm ones the earlier. */
  List<T> calmest() {
    return counting().stream().map(Attempt::value).toList();
  }

  /** What was stolen from those that count, in the mean. */
  double stolenPercent() {
    return counting().stream().mapToDouble(Attempt::stolenPercent).average().orElse(0);
  }

  private List<Attempt<T>> counting() {
    return all.stream()
        .sorted(Comparator.comparingDouble(Attempt::stolenPercent))
        .limit(wanted)
        .toList();
  }
}
