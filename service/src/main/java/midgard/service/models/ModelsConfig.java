package midgard.service.models;

import java.time.Duration;
import java.util.List;

/**
 * How language models are asked.
 *
 * @param endpoints those with a key, the first to be asked first; none: no model is asked
 * @param bounds which questions are worth asking
 * @param cacheFor how long an answer may be given again; zero: never
 * @param batches whether questions that can wait are put together
 * @param instantWorkers questions of priority instant that are asked at one time; 0: they stand in
 *     line with those of priority high
 * @param dailyBudgetMicroUsd most that a day may cost
 */
public record ModelsConfig(
    List<Endpoint> endpoints,
    Bounds bounds,
    Duration cacheFor,
    boolean batches,
    int instantWorkers,
    long dailyBudgetMicroUsd) {

  /** One provider with the model that is asked there. */
  public record Endpoint(
      Provider provider, ApiKey key, String baseUrl, String model, Price price) {}

  /**
   * How hard a question must be, 0 to 1000 (domain reference 6.1).
   *
   * @param rule below it the agent's own words stay
   * @param shared below it a question may wait for others to be asked with
   */
  public record Bounds(int rule, int shared) {
    /** The bounds of {@code LLM_OPTIMIZATION_MODE}. */
    public static Bounds of(String mode) {
      return switch (mode) {
        case "aggressive" -> new Bounds(400, 700);
        case "quality" -> new Bounds(200, 400);
        default -> new Bounds(300, 600);
      };
    }
  }

  public boolean enabled() {
    return !endpoints.isEmpty();
  }
}
