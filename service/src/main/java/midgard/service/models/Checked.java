package midgard.service.models;

/** An answer that was judged. */
sealed interface Checked {
  /** Fit to be shown. */
  record Good(String text) implements Checked {}

  /** Not what was asked for. */
  record Bad(String trouble) implements Checked {}
}
