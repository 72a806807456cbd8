package midgard.service.health;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one part is.
 *
 * @param detail what people want to know of it, by name; never a secret
 */
public record Component(HealthStatus status, Map<String, Object> detail) {
  /** Keeps the order of the detail. */
  public Component {
    detail = Collections.unmodifiableMap(new LinkedHashMap<>(detail));
  }

  static Component healthy(Map<String, Object> detail) {
    return new Component(HealthStatus.HEALTHY, detail);
  }

  static Component of(HealthStatus status, String message) {
    return new Component(status, Map.of("message", message));
  }
}
