package midgard.service;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Map;
import midgard.schemas.serde.ConfluentSchemaIds;
import midgard.schemas.serde.SchemaIds;
import midgard.schemas.topic.Topics;
import midgard.service.command.CommandLog;
import midgard.service.config.ServiceConfig;
import midgard.service.http.Late;
import midgard.service.models.ModelWorker;
import midgard.service.produce.EventLog;
import midgard.service.produce.Intake;
import midgard.sql.Database;
import midgard.sql.Projection;
import midgard.sql.Retention;
import midgard.sql.history.LlmCostHistory;
import midgard.stack.EmbeddedStack;
import midgard.stack.StackAddresses;
import midgard.stack.StackConfig;
import midgard.topology.ClockSource;
import midgard.topology.WorldConfig;
import midgard.topology.WorldRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops what lies behind the servers, in the order in which one needs the other. */
final class WorldParts {
  private static final Logger LOG = LoggerFactory.getLogger(WorldParts.class);

  private static final int TRIES = 5;
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

  private final Parts parts;
  private final ServiceConfig config;

  WorldParts(Parts parts) {
    this.parts = parts;
    this.config = parts.config();
  }

  /**
   * @throws RuntimeException whose message is one line for people
   */
  void start() {
    parts.stack().set(EmbeddedStack.start(stackConfig(config)));
    StackAddresses addresses = parts.stack().get().addresses();
    openDatabase(addresses);
    SchemaIds ids = new ConfluentSchemaIds(addresses.schemaRegistryUrl());
    Topics topics = new Topics(ClusterTopics.settings(config), ids);
    createTopics(addresses.bootstrapServers(), topics, config.external().kafka().isEmpty());
    parts.topics().set(topics);
    EventLog log =
        EventLog.open(addresses.bootstrapServers(), topics.gameEvents(), ids, parts.metrics());
    WorldRuntime world = WorldRuntime.start(worldConfig(addresses, topics, ids), parts.metrics());
    parts.world().set(world);
    parts.intake().set(new Intake(log, world.receipts(), topics, ids));
    parts
        .commands()
        .set(CommandLog.open(addresses.bootstrapServers(), topics, world.applied(), parts.clock()));
    startProjection(addresses, topics);
    startRetention();
    startModels(addresses, topics, world);
  }

  /** Without any provider's key nobody asks, and nothing is started. */
  private void startModels(StackAddresses addresses, Topics topics, WorldRuntime world) {
    if (config.models().enabled()) {
      parts
          .models()
          .set(
              ModelWorker.start(
                  config.models(),
                  new ModelWorker.Place(
                      addresses.bootstrapServers(),
                      ClusterTopics.applicationId(config) + "-models",
                      addresses.redisUrl(),
                      topics,
                      parts.clock(),
                      config.world().zone()),
                  world,
                  () -> new LlmCostHistory(parts.database().get()),
                  parts.metrics()));
    }
  }

  /** The database may be away: the world starts all the same. */
  private void openDatabase(StackAddresses addresses) {
    parts
        .database()
        .set(Database.open(addresses.databaseUrl(), config.storage().databaseConnections()));
  }

  private void startProjection(StackAddresses addresses, Topics topics) {
    Projection projection =
        new Projection(
            parts.database().get(),
            topics.worldChanges(),
            Map.of("bootstrap.servers", addresses.bootstrapServers()),
            parts.metrics(),
            parts.clock());
    parts.projection().set(projection);
    inBackground("projection", projection);
  }

  /** The rows of a fed world are as old as its events, whatever the computer's clock says. */
  private void startRetention() {
    if (config.world().clock() == ServiceConfig.Clock.FEED) {
      LOG.info("Retention is off: with CLOCK_SOURCE=feed old rows are kept");
      return;
    }
    Retention retention =
        new Retention(
            parts.database().get(), parts.metrics(), parts.clock(), config.world().zone());
    parts.retention().set(retention);
    inBackground("retention", retention);
  }

  private static void inBackground(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private WorldConfig worldConfig(StackAddresses addresses, Topics topics, SchemaIds ids) {
    ServiceConfig.World world = config.world();
    return new WorldConfig(
        addresses.bootstrapServers(),
        ClusterTopics.applicationId(config),
        topics,
        ids,
        config.agents(),
        world.disabled(),
        world.seed(),
        world.zone(),
        world.clock() == ServiceConfig.Clock.FEED ? ClockSource.FEED : ClockSource.WALL,
        config.storage().stateDir(),
        world.threads(),
        world.commitInterval(),
        world.host());
  }

  /**
   * Our own Kafka is known to be there: if it takes long to answer, the computer's disks are slow,
   * and it is waited for.
   */
  private static void createTopics(String bootstrapServers, Topics topics, boolean ours) {
    RetryConfig patience =
        RetryConfig.custom()
            .maxAttempts(ours ? TRIES : 1)
            .waitDuration(BETWEEN_TRIES)
            // One without a cause is our own judgement of the topics, which does not change.
            .retryOnException(e -> e instanceof IllegalStateException && e.getCause() != null)
            .build();
    try {
      Retry.of("topics", patience)
          .executeCallable(() -> ClusterTopics.bringInOrder(bootstrapServers, topics))
          .forEach(done -> LOG.info("Topics: {}", done));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The start was interrupted.", e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static StackConfig stackConfig(ServiceConfig config) {
    return StackConfig.builder()
        .dataDir(config.storage().dataDir())
        .kafkaPort(config.ports().kafka())
        .controllerPort(config.ports().kafkaController())
        .registryPort(config.ports().schemaRegistry())
        .postgresPort(config.ports().postgreSql())
        .redisPort(config.ports().redis())
        .externalKafka(config.external().kafka())
        .externalRegistry(config.external().schemaRegistry())
        .externalDatabase(config.external().database())
        .externalRedis(config.external().redis())
        .build();
  }

  void stopModels() {
    stop(parts.models());
  }

  void stopIntake() {
    if (parts.intake().isSet()) {
      EventLog log = parts.intake().get().log();
      parts.intake().clear();
      log.close();
    }
  }

  void stopWorld() {
    stop(parts.commands());
    stop(parts.world());
  }

  void stopProjection() {
    stop(parts.retention());
    stop(parts.projection());
    stop(parts.database());
  }

  void stopStack() {
    stop(parts.stack());
  }

  private static <T extends AutoCloseable> void stop(Late<T> part) {
    if (part.isSet()) {
      T started = part.get();
      part.clear();
      try {
        started.close();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }
  }
}
