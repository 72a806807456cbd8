package midgard.service.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import midgard.service.config.Secrets;
import midgard.service.http.ProblemException;

/** How the whole service is, from its parts. A report is shared for a second. */
public final class Health implements AutoCloseable {
  private static final Duration LASTS = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /**
   * @param essential whether events can be worked off without the part: one without which they
   *     cannot makes the whole unhealthy, another degrades it
   */
  private record Part(HealthCheck check, boolean essential) {}

  /** All parts at one moment. */
  public record Report(HealthStatus status, Instant timestamp, Map<String, Component> components) {}

  private final Clock clock;
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final ExecutorService checks =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "health-check");
            thread.setDaemon(true);
            return thread;
          });
  private Report last;

  public Health(Clock clock) {
    this.clock = clock;
  }

  /** Adds a part without which the world stands still. Only while the service is put together. */
  public Health essential(String name, HealthCheck check) {
    parts.put(name, new Part(check, true));
    return this;
  }

  /** Adds a part whose absence the world survives. Only while the service is put together. */
  public Health optional(String name, HealthCheck check) {
    parts.put(name, new Part(check, false));
    return this;
  }

  public synchronized Report report() {
    Instant now = clock.instant();
    if (last == null || Duration.between(last.timestamp(), now).abs().compareTo(LASTS) > 0) {
      last = ask(now);
    }
    return last;
  }

  private Report ask(Instant now) {
    Map<String, CompletableFuture<Component>> asked = new LinkedHashMap<>();
    parts.forEach(
        (name, part) ->
            asked.put(
                name,
                CompletableFuture.supplyAsync(() -> check(part), checks)
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(failure -> failed(part, failure))));
    Map<String, Component> components = new LinkedHashMap<>();
    HealthStatus whole = HealthStatus.HEALTHY;
    for (Map.Entry<String, CompletableFuture<Component>> answer : asked.entrySet()) {
      Component component = answer.getValue().join();
      components.put(answer.getKey(), component);
      whole = whole.orWorse(component.status());
    }
    return new Report(whole, now, components);
  }

  private static Component check(Part part) {
    try {
      Component component = part.check().check();
      return part.essential() || component.status() != HealthStatus.UNHEALTHY
          ? component
          : new Component(HealthStatus.DEGRADED, component.detail());
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  private static Component failed(Part part, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    HealthStatus status = part.essential() ? HealthStatus.UNHEALTHY : HealthStatus.DEGRADED;
    if (cause instanceof TimeoutException) {
      return Component.of(status, "No answer within %d seconds.".formatted(PATIENCE.toSeconds()));
    }
    if (cause instanceof ProblemException) {
      return Component.of(status, cause.getMessage());
    }
    return Component.of(status, "Cannot be reached: " + Secrets.maskUrls(message(cause)));
  }

  private static String message(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  @Override
  public void close() {
    checks.shutdownNow();
  }
}
