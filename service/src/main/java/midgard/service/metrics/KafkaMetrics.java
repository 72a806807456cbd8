package midgard.service.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * What Kafka's clients and Streams measure about themselves. Sources may be added while it is
 * scraped; a source whose client is closed gives nothing.
 */
public final class KafkaMetrics implements MultiCollector {
  private final List<Supplier<? extends Map<MetricName, ? extends Metric>>> sources =
      new CopyOnWriteArrayList<>();

  /** Adds a client: {@code metrics.watch(producer::metrics)}. */
  public void watch(Supplier<? extends Map<MetricName, ? extends Metric>> source) {
    sources.add(source);
  }

  @Override
  public MetricSnapshots collect() {
    Map<String, Family> families = new TreeMap<>();
    for (Supplier<? extends Map<MetricName, ? extends Metric>> source : sources) {
      for (Metric metric : source.get().values()) {
        KafkaMetricName.of(metric.metricName()).ifPresent(name -> add(families, name, metric));
      }
    }
    MetricSnapshots.Builder snapshots = MetricSnapshots.builder();
    families.forEach((name, family) -> snapshots.metricSnapshot(family.snapshot(name)));
    return snapshots.build();
  }

  /** A value that is no number, or not yet measured, is left out. */
  private static void add(Map<String, Family> families, KafkaMetricName name, Metric metric) {
    if (metric.metricValue() instanceof Number number && Double.isFinite(number.doubleValue())) {
      families
          .computeIfAbsent(name.name(), n -> new Family(help(metric.metricName()), name.counter()))
          .points
          .putIfAbsent(name.labels(), number.doubleValue() * name.scale());
    }
  }

  private static String help(MetricName name) {
    return name.description() == null || name.description().isBlank()
        ? "Kafka's " + name.group() + " " + name.name() + "."
        : name.description();
  }

  private record Family(String help, boolean counter, Map<Labels, Double> points) {
    Family(String help, boolean counter) {
      this(help, counter, new LinkedHashMap<>());
    }

    MetricSnapshot snapshot(String name) {
      return counter ? counterSnapshot(name) : gaugeSnapshot(name);
    }

    private CounterSnapshot counterSnapshot(String name) {
      CounterSnapshot.Builder builder = CounterSnapshot.builder().name(name).help(help);
      points.forEach(
          (labels, value) ->
              builder.dataPoint(
                  CounterDataPointSnapshot.builder()
                      .labels(labels)
                      .value(Math.max(0, value))
                      .build()));
      return builder.build();
    }

    private GaugeSnapshot gaugeSnapshot(String name) {
      GaugeSnapshot.Builder builder = GaugeSnapshot.builder().name(name).help(help);
      points.forEach(
          (labels, value) ->
              builder.dataPoint(
                  GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
      return builder.build();
    }
  }
}
