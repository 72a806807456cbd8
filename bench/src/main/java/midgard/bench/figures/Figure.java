package midgard.bench.figures;

/** Something that is measured, with a name by which it can be asked for. */
public interface Figure {
  /** As {@code --only} takes it. */
  String name();

  /**
   * Measures it.
   *
   * @throws FigureRefused when what was measured cannot be believed, or the machine does not give
   *     what is needed
   */
  void measure(Bench bench, Results results) throws Exception;
}
