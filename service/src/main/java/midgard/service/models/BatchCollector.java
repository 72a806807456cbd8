package midgard.service.models;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Gathers what can wait a moment until there are enough of them, or the first has waited for two
 * seconds (domain reference 6.1, tier 3).
 */
final class BatchCollector<T> {
  static final int SIZE = 5;
  static final Duration WAIT = Duration.ofSeconds(2);

  private final ScheduledExecutorService timer;
  private final Consumer<List<T>> ready;
  private List<T> gathered = new ArrayList<>(SIZE);

  /**
   * @param ready takes a batch; must not block
   */
  BatchCollector(ScheduledExecutorService timer, Consumer<List<T>> ready) {
    this.timer = timer;
    this.ready = ready;
  }

  void add(T one) {
    List<T> full = null;
    synchronized (this) {
      gathered.add(one);
      if (gathered.size() == SIZE) {
        full = take();
      } else if (gathered.size() == 1) {
        List<T> waiting = gathered;
        timer.schedule(() -> overdue(waiting), WAIT.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
    if (full != null) {
      ready.accept(full);
    }
  }

  private void overdue(List<T> waiting) {
    List<T> batch = null;
    synchronized (this) {
      if (gathered == waiting) {
        batch = take();
      }
    }
    if (batch != null) {
      ready.accept(batch);
    }
  }

  private List<T> take() {
    List<T> taken = gathered;
    gathered = new ArrayList<>(SIZE);
    return taken;
  }
}
