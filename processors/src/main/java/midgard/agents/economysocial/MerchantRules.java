package midgard.agents.economysocial;

import java.time.Duration;
import midgard.agents.economy.EconomyRules;
import midgard.schemas.economy.EconomicIndicator;

/**
 * The numbers of the merchant economy (domain reference 1.21, with the signs and bounds of
 * decisions, "Rules repaired" 8). Parts are in thousandths.
 *
 * @param interval between two analyses
 * @param maxStepMilli most that one step moves a price
 * @param richZeny zeny for each active player above which there is inflation
 * @param inflationMilli rise of the price index within 24 hours above which there is inflation
 */
public record MerchantRules(
    Duration interval, int maxStepMilli, long richZeny, int inflationMilli) {
  /** The binding bound of one step, whatever an operator allows. */
  static final int STEP_BOUND_MILLI = 200;

  /** Most that prices move within 24 hours, from any price that held in them. */
  static final int DAY_BOUND_MILLI = 300;

  static final int LEAST_OF_BASE_MILLI = 500;
  static final int MOST_OF_BASE_MILLI = 3000;

  /** The same indicator moves prices again after this. */
  static final Duration REST = Duration.ofHours(6);

  static final int MILLI = 1000;

  private static final long POOR_ZENY = 100_000;
  private static final long GLUT_MILLI = 2000;
  private static final long SCARCITY_MILLI = 800;

  /** How an indicator moves prices: drawn from this range, both ends included. */
  record Move(int fromMilli, int toMilli, boolean up) {}

  /** The state of the economy, tested in the reference's order; what is not known says nothing. */
  EconomicIndicator indicator(Figures figures) {
    if (figures.active() > 0 && figures.zenyPerActive() > richZeny
        || figures.inflationMilli() > inflationMilli) {
      return EconomicIndicator.inflation;
    }
    if (figures.active() > 0 && figures.zenyPerActive() < POOR_ZENY) {
      return EconomicIndicator.deflation;
    }
    return EconomyRules.indicator(0, 0, figures.supply(), figures.demand());
  }

  /**
   * How bad an inflation is: by how much of its threshold the worse figure exceeds it, 1 to 1000.
   */
  int severityMilli(Figures figures) {
    long zeny = figures.active() > 0 ? excessMilli(figures.zenyPerActive(), richZeny) : 0;
    long prices = excessMilli(figures.inflationMilli(), inflationMilli);
    return (int) Math.max(1, Math.max(zeny, prices));
  }

  private static long excessMilli(long value, long threshold) {
    long excess = Math.min(threshold, Math.max(0, value - threshold));
    return excess * MILLI / threshold;
  }

  /** Nothing moves in a balanced economy. */
  Move move(EconomicIndicator indicator) {
    return switch (indicator) {
      case inflation -> move(100, 200, true);
      case deflation -> move(100, 200, false);
      case item_glut -> move(50, 200, false);
      case item_scarcity -> move(50, 200, true);
      case balanced -> move(0, 0, false);
    };
  }

  private Move move(int from, int to, boolean up) {
    return new Move(Math.min(from, maxStepMilli), Math.min(to, maxStepMilli), up);
  }

  static boolean isGlutted(long supply, long demand) {
    return supply * MILLI > demand * GLUT_MILLI;
  }

  static boolean isScarce(long supply, long demand) {
    return Math.max(0, supply) * MILLI < demand * SCARCITY_MILLI;
  }

  /** The analysis that an instant belongs to, so that a late tick does not shift the next one. */
  long analysisAt(long time) {
    return Math.floorDiv(time, interval.toMillis()) * interval.toMillis();
  }
}
