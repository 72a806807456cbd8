package midgard.service.metrics;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import midgard.service.http.Routes;

/** {@code GET /metrics} for Prometheus: its text format, or OpenMetrics for who asks for it. */
public final class MetricsRoutes implements Routes {
  private final PrometheusRegistry registry;
  private final ExpositionFormats formats = ExpositionFormats.init();

  public MetricsRoutes(PrometheusRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.get("/metrics", this::scrape);
  }

  private void scrape(Context context) throws IOException {
    ExpositionFormatWriter writer = formats.findWriter(context.header("Accept"));
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    writer.write(out, registry.scrape());
    context.contentType(writer.getContentType()).result(out.toByteArray());
  }
}
