package midgard.service.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.MetricName;

/**
 * A metric of a Kafka client under a name that Prometheus likes: {@code kafka_<client>_<what>},
 * snake_case, base units.
 *
 * <p>The same Kafka name at several levels (client, topic, partition) becomes several metrics, so
 * that a sum over one of them counts nothing twice.
 *
 * @param name without the {@code _total} that counters get when they are written
 * @param scale what a value is multiplied with to be in base units
 */
record KafkaMetricName(String name, boolean counter, double scale, Labels labels) {
  /** Kafka's groups that are shown. Per-node and per-store groups grow without bound. */
  private static final Map<String, String> GROUPS =
      Map.ofEntries(
          Map.entry("stream-metrics", "kafka_streams"),
          Map.entry("stream-thread-metrics", "kafka_streams_thread"),
          Map.entry("stream-task-metrics", "kafka_streams_task"),
          Map.entry("stream-topic-metrics", "kafka_streams"),
          Map.entry("stream-processor-node-metrics", "kafka_streams_node"),
          Map.entry("stream-state-updater-metrics", "kafka_streams_state_updater"),
          Map.entry("producer-metrics", "kafka_producer"),
          Map.entry("producer-topic-metrics", "kafka_producer"),
          Map.entry("consumer-metrics", "kafka_consumer"),
          Map.entry("consumer-coordinator-metrics", "kafka_consumer_coordinator"),
          Map.entry("consumer-fetch-manager-metrics", "kafka_consumer"));

  /** Left out: old names of others, and the id of a replica that nothing can be told from. */
  private static final List<String> USELESS =
      List.of("iotime-total", "io-waittime-total", "preferred-read-replica");

  /** These end in -total and go down as well as up. */
  private static final List<String> GAUGES =
      List.of("cache-size-bytes-total", "restore-remaining-records-total");

  private static final double NANOSECONDS = 1e-9;
  private static final double MILLISECONDS = 1e-3;

  /** Empty for what is left out. */
  static Optional<KafkaMetricName> of(MetricName metric) {
    String prefix = GROUPS.get(metric.group());
    String what = metric.name();
    // Every rate but that of compression stands beside its total, from which Prometheus makes it.
    boolean rate = what.endsWith("-rate") && !what.equals("compression-rate");
    if (prefix == null || rate || USELESS.contains(what)) {
      return Optional.empty();
    }
    double scale = 1;
    if (has(what, "ns")) {
      scale = NANOSECONDS;
    } else if (has(what, "ms") || isTime(what)) {
      scale = MILLISECONDS;
    }
    boolean counter = what.endsWith("-total") && !GAUGES.contains(what);
    String base = what.replaceFirst("-total$", "");
    base = base.replaceAll("-(ns|ms)(?=-|$)", "");
    // A name that ends in _count belongs to histograms and summaries.
    base = base.endsWith("-count") ? base.replaceFirst("-count$", "s") : base;
    String unit = scale == 1 ? "" : "_seconds";
    String name =
        PrometheusNaming.sanitizeMetricName(
            prefix + level(metric.tags()) + "_" + base.replace('-', '_') + unit);
    return Optional.of(new KafkaMetricName(name, counter, scale, labels(metric.tags())));
  }

  private static boolean has(String name, String token) {
    return List.of(name.split("-")).contains(token);
  }

  /** Kafka gives times in milliseconds and does not always say so. */
  private static boolean isTime(String name) {
    return has(name, "latency")
        || name.contains("time-between-poll")
        || name.matches(".*-time(-avg|-max|-min|-total)?");
  }

  private static String level(Map<String, String> tags) {
    if (tags.containsKey("partition")) {
      return "_partition";
    }
    return tags.containsKey("topic") || tags.containsKey("topic-name") ? "_topic" : "";
  }

  private static Labels labels(Map<String, String> tags) {
    Labels.Builder labels = Labels.builder();
    new TreeMap<>(tags)
        .forEach(
            (tag, value) ->
                labels.label(PrometheusNaming.sanitizeLabelName(tag.replace('-', '_')), value));
    return labels.build();
  }
}
