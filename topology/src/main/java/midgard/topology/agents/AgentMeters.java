package midgard.topology.agents;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.SlidingWindowReservoir;
import com.codahale.metrics.Timer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import midgard.agent.Agent;
import midgard.agent.engine.EngineListener;

/**
 * What the agents of this process do, by {@link Agent#id}: {@code agents.<id>.processed} (timer),
 * {@code agents.<id>.failures} (counter), {@code agents.<id>.last_event} (event time of the last
 * message, ms UTC, 0 before the first).
 */
public final class AgentMeters implements EngineListener {
  /** The percentiles are those of so many latest messages. */
  private static final int MEASURED = 1000;

  private static final class Meter {
    final Timer processed;
    final Counter failures;
    volatile long lastEvent;

    Meter(MetricRegistry metrics, String id) {
      // Updated for every message: of the reservoirs the one that costs least.
      processed =
          metrics.timer(
              "agents." + id + ".processed", () -> new Timer(new SlidingWindowReservoir(MEASURED)));
      failures = metrics.counter("agents." + id + ".failures");
      metrics.gauge("agents." + id + ".last_event", () -> (Gauge<Long>) () -> lastEvent);
    }
  }

  private final Map<Agent<?>, Meter> meters = new HashMap<>();

  public AgentMeters(MetricRegistry metrics, List<Agent<?>> agents) {
    agents.forEach(agent -> meters.put(agent, new Meter(metrics, agent.id())));
  }

  @Override
  public Watch watch(Agent<?> agent) {
    Meter meter = meters.get(agent);
    return new Watch() {
      private long startedAt;

      @Override
      public void started() {
        startedAt = System.nanoTime();
      }

      @Override
      public void finished(long eventTime, boolean failed) {
        meter.processed.update(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS);
        meter.lastEvent = eventTime;
        if (failed) {
          meter.failures.inc();
        }
      }
    };
  }
}
