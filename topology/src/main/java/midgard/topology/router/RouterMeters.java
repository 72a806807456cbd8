package midgard.topology.router;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** What the router counts: over all its partitions in this process. */
public final class RouterMeters {
  private final Counter accepted;
  private final Counter duplicates;
  private final Counter rejected;
  private final Counter rekeyed;
  private final Map<Integer, LongSupplier> missing = new ConcurrentHashMap<>();

  public RouterMeters(MetricRegistry metrics) {
    accepted = metrics.counter("router.accepted");
    duplicates = metrics.counter("router.duplicates");
    rejected = metrics.counter("router.rejected");
    rekeyed = metrics.counter("router.rekeyed");
    metrics.gauge("router.missing_sequences", () -> (Gauge<Long>) this::missing);
  }

  void accepted() {
    accepted.inc();
  }

  void duplicate() {
    duplicates.inc();
  }

  void rejected() {
    rejected.inc();
  }

  void rekeyed() {
    rekeyed.inc();
  }

  void missingIn(int partition, LongSupplier sequences) {
    missing.put(partition, sequences);
  }

  /** A partition has moved to another instance, which counts it from now on. */
  void left(int partition) {
    missing.remove(partition);
  }

  /** Sequences that the game servers have used and that have not arrived, up to now. */
  public long missing() {
    return missing.values().stream().mapToLong(LongSupplier::getAsLong).sum();
  }
}
