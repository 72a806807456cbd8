package midgard.service.metrics;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Gauge;
import com.codahale.metrics.Metric;
import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.Timer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads what the topology measures per agent and domain: {@code agents.<id>.processed}, {@code
 * .failures} and {@code .last_event}.
 */
public final class AgentActivity {
  static final String PROCESSED = ".processed";
  static final String FAILURES = ".failures";
  static final String PREFIX = "agents.";
  private static final String LAST_EVENT = ".last_event";
  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;
  private static final double SECONDS_PER_MINUTE = 60;

  private final MetricRegistry registry;

  public AgentActivity(MetricRegistry registry) {
    this.registry = registry;
  }

  /**
   * What the parts of one agent have done since this process started.
   *
   * @param lastEventAt event time of the last message, ms UTC; empty when there was none
   * @param perMinute mean over the last minute
   * @param meanMillis mean time of a message over the last minutes
   */
  public record Work(
      long processed,
      long failures,
      OptionalLong lastEventAt,
      double perMinute,
      double meanMillis) {}

  /**
   * @param ids the ids of the agent's parts: {@code economy-item}
   */
  public Work of(List<String> ids) {
    long processed = 0;
    long failures = 0;
    long lastEvent = 0;
    double perMinute = 0;
    double weighted = 0;
    // Not the registry's maps of one kind: each of these sorts all there is.
    Map<String, Metric> metrics = registry.getMetrics();
    for (String id : ids) {
      if (metrics.get(PREFIX + id + PROCESSED) instanceof Timer timer) {
        processed += timer.getCount();
        perMinute += timer.getOneMinuteRate() * SECONDS_PER_MINUTE;
        weighted += timer.getSnapshot().getMean() * timer.getCount();
      }
      if (metrics.get(PREFIX + id + FAILURES) instanceof Counter failed) {
        failures += failed.getCount();
      }
      if (metrics.get(PREFIX + id + LAST_EVENT) instanceof Gauge<?> last
          && last.getValue() instanceof Number time) {
        lastEvent = Math.max(lastEvent, time.longValue());
      }
    }
    double mean = processed == 0 ? 0 : weighted / processed / NANOSECONDS_PER_MILLISECOND;
    return new Work(
        processed,
        failures,
        lastEvent == 0 ? OptionalLong.empty() : OptionalLong.of(lastEvent),
        perMinute,
        mean);
  }

  /** The id in a meter's name; empty when the name is another meter's. */
  static Optional<String> agentOf(String meter, String kind) {
    return meter.startsWith(PREFIX) && meter.endsWith(kind)
        ? Optional.of(meter.substring(PREFIX.length(), meter.length() - kind.length()))
        : Optional.empty();
  }
}
