package midgard.service.models;

import io.github.resilience4j.bulkhead.ThreadPoolBulkhead;
import io.github.resilience4j.bulkhead.ThreadPoolBulkheadConfig;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import midgard.schemas.model.ModelPriority;

/**
 * A lane for each priority, so that what must be quick never waits behind what may be slow (domain
 * reference 6.5).
 */
final class Lanes implements AutoCloseable {
  private static final int HIGH = 3;
  private static final int OTHERS = 2;

  private final Map<ModelPriority, ThreadPoolBulkhead> lanes = new EnumMap<>(ModelPriority.class);

  /**
   * @param instant questions of that priority at one time; 0: they take the lane of high
   * @param waiting most that may wait in one lane
   */
  Lanes(int instant, int waiting) {
    lanes.put(ModelPriority.high, lane("high", HIGH, waiting));
    lanes.put(ModelPriority.normal, lane("normal", OTHERS, waiting));
    lanes.put(ModelPriority.low, lane("low", OTHERS, waiting));
    lanes.put(
        ModelPriority.instant,
        instant == 0 ? lanes.get(ModelPriority.high) : lane("instant", instant, waiting));
  }

  private static ThreadPoolBulkhead lane(String name, int wide, int waiting) {
    return ThreadPoolBulkhead.of(
        "models-" + name,
        ThreadPoolBulkheadConfig.custom()
            .coreThreadPoolSize(wide)
            .maxThreadPoolSize(wide)
            .queueCapacity(waiting)
            .build());
  }

  <T> CompletionStage<T> run(ModelPriority priority, Supplier<T> work) {
    return lanes.get(priority).executeSupplier(work);
  }

  @Override
  public void close() {
    for (ThreadPoolBulkhead lane : lanes.values()) {
      try {
        lane.close();
      } catch (Exception e) {
        throw new IllegalStateException("A lane of the models does not stop: " + e.getMessage(), e);
      }
    }
  }
}
