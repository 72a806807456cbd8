package midgard.service.metrics;

import com.codahale.metrics.MetricFilter;
import com.codahale.metrics.MetricRegistry;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;
import io.prometheus.metrics.instrumentation.dropwizard5.labels.CustomLabelMapper;
import io.prometheus.metrics.instrumentation.dropwizard5.labels.MapperConfig;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.Map;

/**
 * All that is measured in this process, in one place: the Dropwizard registry that the parts write
 * to, Kafka's own figures, the JVM's, and what the HTTP server measures.
 */
public final class Metrics {
  /** A Dropwizard name of two to four parts becomes {@code midgard_<part>_<part>}. */
  private static final CustomLabelMapper NAMES =
      new CustomLabelMapper(
          List.of(
              new MapperConfig(
                  "models.calls.*", "midgard.models.calls", Map.of("provider", "${0}")),
              new MapperConfig(
                  "models.failures.*", "midgard.models.failures", Map.of("provider", "${0}")),
              new MapperConfig("models.tiers.*", "midgard.models.answers", Map.of("tier", "${0}")),
              new MapperConfig("*.*", "midgard.${0}.${1}", Map.of()),
              new MapperConfig("*.*.*", "midgard.${0}.${1}.${2}", Map.of()),
              new MapperConfig("*.*.*.*", "midgard.${0}.${1}.${2}.${3}", Map.of())));

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final KafkaMetrics kafka = new KafkaMetrics();

  /**
   * @param parts where the parts of the program count and time
   */
  public Metrics(MetricRegistry parts) {
    MetricFilter notOfAgents = (name, metric) -> !name.startsWith(AgentActivity.PREFIX);
    DropwizardExports.builder()
        .dropwizardRegistry(parts)
        .metricFilter(notOfAgents)
        .customLabelMapper(NAMES)
        .register(registry);
    registry.register(new AgentMetrics(parts));
    registry.register(kafka);
    JvmMetrics.builder().register(registry);
  }

  /** For what is measured with labels. */
  public PrometheusRegistry registry() {
    return registry;
  }

  public KafkaMetrics kafka() {
    return kafka;
  }
}
