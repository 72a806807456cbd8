package midgard.mind;

/** How hard something is to decide or to say (domain reference 6.1), 0 to 1000. */
public final class Complexity {
  /** What the urgency of it adds: what is urgent shall be simple. */
  public enum Urgency {
    INSTANT(300),
    HIGH(500),
    NORMAL(700),
    LOW(900);

    private final int milli;

    Urgency(int milli) {
      this.milli = milli;
    }
  }

  private Complexity() {}

  /**
   * .25 × goals/5 + .20 × constraints/5 + .15 × entities/10 + .25 × depth + .15 × priority.
   *
   * @param goals 5 and more count as 5; likewise constraints, and 10 of the entities
   */
  public static int milli(
      int goals, int constraints, int entities, ReasoningDepth depth, Urgency urgency) {
    return Math.min(5, goals) * 50
        + Math.min(5, constraints) * 40
        + Math.min(10, entities) * 15
        + depth.complexityMilli() / 4
        + urgency.milli * 15 / 100;
  }
}
