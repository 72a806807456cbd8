package midgard.service.metrics;

import com.codahale.metrics.Counter;
import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.Snapshot;
import com.codahale.metrics.Timer;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Quantile;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.Map;

/** The agents' meters with the agent as a label, which the general bridge cannot do. */
final class AgentMetrics implements MultiCollector {
  private static final double NANOSECONDS = 1e-9;

  private final MetricRegistry registry;

  AgentMetrics(MetricRegistry registry) {
    this.registry = registry;
  }

  @Override
  public MetricSnapshots collect() {
    SummarySnapshot.Builder times =
        SummarySnapshot.builder()
            .name("midgard_agent_processing_seconds")
            .help("Time that an agent's rules take for one message.");
    for (Map.Entry<String, Timer> timer : registry.getTimers().entrySet()) {
      AgentActivity.agentOf(timer.getKey(), AgentActivity.PROCESSED)
          .ifPresent(agent -> times.dataPoint(summary(agent, timer.getValue())));
    }
    CounterSnapshot.Builder failures =
        CounterSnapshot.builder()
            .name("midgard_agent_failures")
            .help("Messages that an agent's rules failed on; each lies in dead.letters.");
    for (Map.Entry<String, Counter> counter : registry.getCounters().entrySet()) {
      AgentActivity.agentOf(counter.getKey(), AgentActivity.FAILURES)
          .ifPresent(
              agent ->
                  failures.dataPoint(
                      CounterDataPointSnapshot.builder()
                          .labels(Labels.of("agent", agent))
                          .value(counter.getValue().getCount())
                          .build()));
    }
    return MetricSnapshots.of(times.build(), failures.build());
  }

  private static SummaryDataPointSnapshot summary(String agent, Timer timer) {
    Snapshot times = timer.getSnapshot();
    return SummaryDataPointSnapshot.builder()
        .labels(Labels.of("agent", agent))
        .count(timer.getCount())
        .quantiles(
            Quantiles.of(
                new Quantile(0.5, times.getMedian() * NANOSECONDS),
                new Quantile(0.95, times.get95thPercentile() * NANOSECONDS),
                new Quantile(0.99, times.get99thPercentile() * NANOSECONDS)))
        .build();
  }
}
