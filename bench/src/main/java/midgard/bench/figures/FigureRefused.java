package midgard.bench.figures;

/** A measurement that cannot be believed; its message says why, for people. */
public final class FigureRefused extends Exception {
  public FigureRefused(String message) {
    super(message);
  }
}
