package midgard.service.metrics;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import midgard.service.http.Routes;

/**
 * How long requests take, per route. The route is the pattern and never the path, so that ids and
 * guessed paths make no new series.
 */
public final class HttpTimers implements Routes {
  private static final String ARRIVED = "midgard.arrived";
  private static final double NANOSECONDS = 1e-9;

  private final Histogram seconds;

  public HttpTimers(PrometheusRegistry registry) {
    seconds =
        Histogram.builder()
            .name("midgard_http_request_seconds")
            .help("Time from a request's arrival until its answer is ready.")
            .labelNames("method", "route", "status")
            .classicOnly()
            .classicUpperBounds(.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5)
            .register(registry);
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.before(context -> context.attribute(ARRIVED, System.nanoTime()));
    config.routes.after(this::measure);
  }

  private void measure(Context context) {
    Long arrived = context.attribute(ARRIVED);
    if (arrived != null) {
      Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
      seconds
          .labelValues(
              endpoint == null ? "other" : endpoint.method.name(),
              endpoint == null ? "none" : endpoint.path,
              Integer.toString(context.statusCode()))
          .observe((System.nanoTime() - arrived) * NANOSECONDS);
    }
  }
}
