package midgard.service.health;

/** Looks after one part. */
@FunctionalInterface
public interface HealthCheck {
  /**
   * How the part is now. May take its time; one that takes too long counts as failed.
   *
   * @throws Exception when the part cannot be reached; the message is shown
   */
  Component check() throws Exception;
}
