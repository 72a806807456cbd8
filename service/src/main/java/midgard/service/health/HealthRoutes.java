package midgard.service.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import midgard.agent.AgentName;
import midgard.service.http.Routes;
import midgard.topology.WorldHealth;

/** Whether the service works: in a word, in detail, and for who starts and stops it. */
public final class HealthRoutes implements Routes {
  private static final String PATH = "/api/v1/health";
  private static final int RETRY_SECONDS = 2;

  private final Health health;
  private final Supplier<Optional<WorldHealth>> world;
  private final Clock clock;

  /**
   * @param world empty while the world has not been started
   */
  public HealthRoutes(Health health, Supplier<Optional<WorldHealth>> world, Clock clock) {
    this.health = health;
    this.world = world;
    this.clock = clock;
  }

  record Brief(HealthStatus status, Instant timestamp, int agents) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(String status, Instant timestamp, String state, String detail) {}

  @Override
  public void register(JavalinConfig config) {
    config.routes.get(PATH, this::brief);
    config.routes.get(PATH + "/detailed", this::detailed);
    config.routes.get(PATH + "/live", this::live);
    config.routes.get(PATH + "/ready", this::ready);
  }

  /** The same question under the name that the public server has for it. */
  public Routes dashboard() {
    return config -> config.routes.get("/api/health", this::brief);
  }

  private void brief(Context context) {
    Health.Report report = health.report();
    context
        .status(status(report))
        .json(new Brief(report.status(), report.timestamp(), AgentName.ofRequirement().size()));
  }

  private void detailed(Context context) {
    Health.Report report = health.report();
    context.status(status(report)).json(report);
  }

  private static HttpStatus status(Health.Report report) {
    return report.status() == HealthStatus.UNHEALTHY
        ? HttpStatus.SERVICE_UNAVAILABLE
        : HttpStatus.OK;
  }

  /** A process that cannot become ready by itself any more should be started anew. */
  private void live(Context context) {
    boolean live = world.get().map(WorldHealth::live).orElse(true);
    context
        .status(live ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .json(
            new Answer(
                live ? "alive" : "dead",
                clock.instant(),
                world.get().map(WorldHealth::state).orElse("STARTING"),
                null));
  }

  private void ready(Context context) {
    Optional<WorldHealth> now = world.get();
    if (now.isPresent() && now.get().ready()) {
      context.json(new Answer("ready", clock.instant(), now.get().state(), null));
      return;
    }
    long left =
        now.map(of -> of.restoring().values().stream().mapToLong(Long::longValue).sum()).orElse(0L);
    context
        .status(HttpStatus.SERVICE_UNAVAILABLE)
        .header("Retry-After", Integer.toString(RETRY_SECONDS))
        .json(
            new Answer(
                "starting",
                clock.instant(),
                now.map(WorldHealth::state).orElse("STARTING"),
                left == 0 ? null : left + " records of state are left to restore."));
  }
}
