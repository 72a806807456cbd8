package midgard.service.health;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a part is, the best first. */
public enum HealthStatus {
  HEALTHY,
  /** Something is missing, but events are taken in and the world goes on. */
  DEGRADED,
  /** Events cannot be worked off, or nothing can be asked for. */
  UNHEALTHY;

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  HealthStatus orWorse(HealthStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
