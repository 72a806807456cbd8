package midgard.service;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import midgard.schemas.change.Change;
import midgard.schemas.topic.Topic;
import midgard.service.api.AgentStatus;
import midgard.service.api.ReadApi;
import midgard.service.api.WorldReads;
import midgard.service.config.ServiceConfig;
import midgard.service.health.Health;
import midgard.service.health.HealthChecks;
import midgard.service.health.HealthRoutes;
import midgard.service.http.Late;
import midgard.service.http.Routes;
import midgard.service.live.ChangeFeed;
import midgard.service.live.LiveAudience;
import midgard.service.live.LivePage;
import midgard.service.live.LiveSocket;
import midgard.service.live.RedisChannel;
import midgard.service.metrics.AgentActivity;
import midgard.service.metrics.HttpTimers;
import midgard.service.metrics.Metrics;
import midgard.service.metrics.MetricsRoutes;
import midgard.stack.StackAddresses;
import midgard.topology.query.WorldNotReady;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** What the servers answer beside taking events in: reading, live changes, metrics, pages. */
final class Endpoints implements AutoCloseable {
  private final Parts parts;
  private final Late<Admin> admin = new Late<>("connection to Kafka");
  private final Late<RedisChannel> redis = new Late<>("connection to Redis");
  private final Late<ChangeFeed> feed = new Late<>("feed of changes");
  private final Metrics metrics;
  private final ReadApi api;
  private final LiveAudience audience;
  private final Health health;
  private final HealthRoutes healthRoutes;
  private final HttpTimers timers;

  Endpoints(Parts parts) {
    this.parts = parts;
    ServiceConfig config = parts.config();
    Clock clock = parts.clock();
    metrics = new Metrics(parts.metrics());
    timers = new HttpTimers(metrics.registry());
    api =
        new ReadApi(
            new WorldReads(() -> parts.world().get().queries(), clock),
            new AgentStatus(
                config.agents(),
                config.world().disabled(),
                new AgentActivity(parts.metrics()),
                clock,
                this::worldTime,
                config.world().zone()),
            config,
            parts.database(),
            parts.commands(),
            parts.models());
    audience =
        new LiveAudience(
            api::snapshot, config.http().webSocketConnections(), clock, parts.metrics());
    health = health(clock);
    healthRoutes =
        new HealthRoutes(
            health,
            () ->
                parts.world().isSet()
                    ? Optional.of(parts.world().get().health())
                    : Optional.empty(),
            clock);
  }

  /** Of the last tick; 0 while the world starts. */
  private long worldTime() {
    try {
      return parts.world().isSet() ? parts.world().get().queries().clock() : 0;
    } catch (WorldNotReady e) {
      return 0;
    }
  }

  private Health health(Clock clock) {
    return new Health(clock)
        .essential("kafka", HealthChecks.kafka(admin))
        .essential("streams", HealthChecks.streams(parts.world()))
        .optional("registry", HealthChecks.registry(() -> addresses().schemaRegistryUrl()))
        .optional("postgres", HealthChecks.postgres(parts.database()))
        .optional("projection", HealthChecks.projection(parts.projection()))
        .optional("redis", HealthChecks.redis(redis))
        .optional("live", HealthChecks.live(feed, audience));
  }

  private StackAddresses addresses() {
    return parts.stack().get().addresses();
  }

  /** For the internal server. */
  List<Routes> internal() {
    LiveSocket socket = new LiveSocket(audience, true);
    return parts.config().http().metrics()
        ? List.of(timers, healthRoutes, api, socket, new MetricsRoutes(metrics.registry()))
        : List.of(timers, healthRoutes, api, socket);
  }

  /** For the public server, which lets only reading through: the page and what it lives on. */
  List<Routes> dashboard() {
    return List.of(
        timers, healthRoutes.dashboard(), new LiveSocket(audience, false), new LivePage());
  }

  /** Starts what needs Kafka or Redis; all of the parts are there. */
  void start() {
    String kafka = addresses().bootstrapServers();
    Topic<Change> changes = parts.topics().get().worldChanges();
    admin.set(Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka)));
    redis.set(RedisChannel.start(addresses().redisUrl(), changes.name(), topicId(changes.name())));
    feed.set(ChangeFeed.start(kafka, changes, List.of(audience, redis.get())));
    metrics.kafka().watch(feed.get()::metrics);
    metrics.kafka().watch(parts.world().get().streams()::metrics);
    metrics.kafka().watch(parts.intake().get().log()::metrics);
  }

  /** Kafka's own id of a topic: one made anew has another. */
  private String topicId(String topic) {
    try {
      return admin
          .get()
          .describeTopics(List.of(topic))
          .topicNameValues()
          .get(topic)
          .get()
          .topicId()
          .toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The start was interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Kafka did not describe the topic %s: %s".formatted(topic, e.getCause().getMessage()), e);
    }
  }

  @Override
  public void close() {
    if (feed.isSet()) {
      feed.get().close();
    }
    if (redis.isSet()) {
      redis.get().close();
    }
    audience.close();
    health.close();
    if (admin.isSet()) {
      admin.get().close();
    }
  }
}
