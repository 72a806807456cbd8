package midgard.service.health;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import midgard.service.live.ChangeFeed;
import midgard.service.live.LiveAudience;
import midgard.service.live.RedisChannel;
import midgard.sql.Database;
import midgard.sql.Projection;
import midgard.topology.WorldHealth;
import midgard.topology.WorldRuntime;
import org.apache.kafka.clients.admin.Admin;

/** The checks of all parts. A part that has not started yet throws, and says so by that. */
public final class HealthChecks {
  private static final Duration REGISTRY_PATIENCE = Duration.ofMillis(1_500);

  /** Rows this far behind the log make answers from the database old. */
  private static final long LAG_TOLERATED = 10_000;

  private HealthChecks() {}

  public static HealthCheck kafka(Supplier<Admin> admin) {
    return () ->
        Component.healthy(Map.of("brokers", admin.get().describeCluster().nodes().get().size()));
  }

  /**
   * @param url of the schema registry
   */
  public static HealthCheck registry(Supplier<String> url) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(REGISTRY_PATIENCE).build();
    return () -> {
      URI uri = URI.create(url.get().replaceFirst("/+$", "") + "/subjects");
      HttpResponse<Void> answer =
          client.send(
              HttpRequest.newBuilder(uri).timeout(REGISTRY_PATIENCE).build(),
              HttpResponse.BodyHandlers.discarding());
      if (answer.statusCode() != 200) {
        throw new IOException("it answers with status " + answer.statusCode());
      }
      return Component.healthy(Map.of());
    };
  }

  public static HealthCheck streams(Supplier<WorldRuntime> world) {
    return () -> {
      WorldHealth health = world.get().health();
      Map<String, Object> detail = new LinkedHashMap<>();
      detail.put("state", health.state());
      detail.put("ready", health.ready());
      detail.put("threads", health.threads());
      detail.put("replaced_threads", health.replacedThreads());
      if (!health.lastFailure().isEmpty()) {
        detail.put("last_failure", health.lastFailure());
      }
      detail.put("restoring", health.restoring());
      detail.put("applied", health.applied());
      detail.put("missing_sequences", world.get().router().missing());
      return new Component(health.ready() ? HealthStatus.HEALTHY : HealthStatus.UNHEALTHY, detail);
    };
  }

  public static HealthCheck postgres(Supplier<Database> database) {
    return () ->
        database.get().isReachable()
            ? Component.healthy(Map.of())
            : Component.of(
                HealthStatus.DEGRADED,
                "The database does not answer. The world goes on; its rows follow later.");
  }

  public static HealthCheck projection(Supplier<Projection> projection) {
    return () -> {
      Projection of = projection.get();
      Map<String, Object> detail = new LinkedHashMap<>();
      of.lag().ifPresent(lag -> detail.put("lag", lag));
      of.lastApplied().ifPresent(time -> detail.put("last_applied", time));
      of.trouble().ifPresent(trouble -> detail.put("message", trouble));
      boolean behind = of.lag().orElse(0) > LAG_TOLERATED || of.trouble().isPresent();
      return new Component(behind ? HealthStatus.DEGRADED : HealthStatus.HEALTHY, detail);
    };
  }

  public static HealthCheck redis(Supplier<RedisChannel> redis) {
    return () -> {
      RedisChannel channel = redis.get();
      return channel.isReachable()
          ? Component.healthy(Map.of("lost_changes", channel.lost()))
          : new Component(
              HealthStatus.DEGRADED,
              Map.of(
                  "message",
                  "Redis does not answer. WebSockets go on; its subscribers must wait.",
                  "lost_changes",
                  channel.lost()));
    };
  }

  public static HealthCheck live(Supplier<ChangeFeed> feed, LiveAudience audience) {
    return () -> {
      ChangeFeed following = feed.get();
      Map<String, Object> detail = new LinkedHashMap<>();
      detail.put("listeners", audience.size());
      detail.put("delivered_changes", following.delivered());
      detail.put("unreadable_changes", following.unreadable());
      return new Component(
          following.running() ? HealthStatus.HEALTHY : HealthStatus.DEGRADED, detail);
    };
  }
}
