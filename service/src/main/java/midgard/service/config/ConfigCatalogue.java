package midgard.service.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agents.Agents;
import midgard.service.models.ModelsConfig;

/** Every key with its default, its range and what it means, each once. */
final class ConfigCatalogue {
  private static final String WORD = "[A-Za-z0-9][A-Za-z0-9_-]{0,39}";

  private ConfigCatalogue() {}

  static ServiceConfig read(SettingsReader in) {
    ServiceConfig.Http http = http(in);
    ServiceConfig.External external = external(in);
    ServiceConfig.Ports ports = ports(in);
    ServiceConfig.World world = world(in);
    ServiceConfig.Storage storage = storage(in);
    ServiceConfig.Logging logging = logging(in, storage.dataDir());
    ServiceConfig.Demo demo = demo(in);
    ModelsConfig models = ModelKeys.read(in);
    checkLedger(in, models, world);
    List<Agent<?>> agents = agents(in);
    withoutMeaning(in);
    checkPorts(in, http, external, ports);
    in.check();
    return new ServiceConfig(
        http,
        external,
        ports,
        world,
        storage,
        logging,
        demo,
        models,
        agents,
        in.effective(),
        in.unknownKeys());
  }

  private static ServiceConfig.Http http(SettingsReader in) {
    return new ServiceConfig.Http(
        in.text(
            "AI_SERVICE_HOST",
            "127.0.0.1",
            "Where the internal server listens; 0.0.0.0 opens it to the network."),
        in.port("AI_SERVICE_PORT", 8000, "Port of the internal server: API, produce, metrics."),
        in.text("DASHBOARD_HOST", "127.0.0.1", "Where the public, read-only server listens."),
        in.port("DASHBOARD_PORT", 3000, "Port of the public, read-only server."),
        (int) in.number("WS_MAX_CONNECTIONS", 1000, 1, 100_000, "Most WebSocket connections."),
        in.flag("PROMETHEUS_ENABLED", true, "Whether /metrics answers."));
  }

  private static ServiceConfig.External external(SettingsReader in) {
    return new ServiceConfig.External(
        in.text(
            "KAFKA_BOOTSTRAP_SERVERS",
            "",
            "[^\\s,:]+:\\d+(,[^\\s,:]+:\\d+)*",
            "host:port, or several separated by commas",
            "A Kafka cluster; not set: the embedded one."),
        in.text(
            "SCHEMA_REGISTRY_URL",
            "",
            "https?://\\S+",
            "a URL that starts with http:// or https://",
            "A schema registry; not set: the embedded one."),
        in.text(
            "DATABASE_URL",
            "",
            "(jdbc:)?postgres(ql)?://\\S+",
            "a URL like postgresql://user:password@host:5432/database",
            "A PostgreSQL database; not set: the embedded one."),
        in.text(
            "REDIS_URL",
            "",
            "rediss?://\\S+",
            "a URL like redis://host:6379/0",
            "A Redis or Dragonfly server; not set: the embedded one."));
  }

  private static ServiceConfig.Ports ports(SettingsReader in) {
    return new ServiceConfig.Ports(
        in.port("KAFKA_PORT", 9092, "Port of the embedded Kafka."),
        in.port("KAFKA_CONTROLLER_PORT", 9093, "Port of the embedded Kafka's controller."),
        in.port("SCHEMA_REGISTRY_PORT", 8081, "Port of the embedded schema registry."),
        in.port("POSTGRES_PORT", 5432, "Port of the embedded PostgreSQL."),
        in.port("REDIS_PORT", 6379, "Port of the embedded Redis."));
  }

  private static ServiceConfig.World world(SettingsReader in) {
    return new ServiceConfig.World(
        in.text(
            "WORLD_NAME",
            "",
            WORD,
            "up to 40 letters, digits, - and _",
            "Keeps the worlds of one cluster apart; prefix of topics and subjects."),
        in.number(
            "WORLD_SEED", 1, Long.MIN_VALUE, Long.MAX_VALUE, "Where the world's chance starts."),
        in.zone("WORLD_TIME_ZONE", "Time zone of all day boundaries."),
        in.choice(
            "CLOCK_SOURCE",
            ServiceConfig.Clock.WALL,
            ServiceConfig.Clock.class,
            "Where the world's seconds come from: the computer, or a fed session."),
        (int) in.number("TOPIC_PARTITIONS", 2, 1, 1000, "Partitions of game.events and inboxes."),
        (short) in.number("TOPIC_REPLICATION", 1, 1, 10, "Replicas of every topic."),
        (int) in.number("STREAM_THREADS", 1, 1, 64, "Threads of this instance's agents."),
        Duration.ofMillis(
            in.number("COMMIT_INTERVAL_MS", 50, 1, 30_000, "How often results are committed.")),
        Duration.ofDays(
            in.number("INBOX_RETENTION_DAYS", 7, 1, 3650, "How far back a replay can start.")),
        disabled(in),
        in.text(
            "APPLICATION_SERVER",
            "",
            "[^\\s:]+:\\d+",
            "host:port",
            "Under which other instances of this world reach this one."));
  }

  private static Set<AgentName> disabled(SettingsReader in) {
    Set<AgentName> disabled = EnumSet.noneOf(AgentName.class);
    for (AgentName name : AgentName.values()) {
      if (!in.flag(name.flag(), true, "Whether the " + name.id() + " agent works.")) {
        disabled.add(name);
      }
    }
    return Set.copyOf(disabled);
  }

  private static ServiceConfig.Storage storage(SettingsReader in) {
    return new ServiceConfig.Storage(
        in.path("DATA_DIR", Path.of("data"), "The one folder that everything is kept in."),
        (int) in.number("CONNECTION_POOL_SIZE", 20, 2, 500, "Most connections to the database."));
  }

  private static ServiceConfig.Logging logging(SettingsReader in, Path dataDir) {
    return new ServiceConfig.Logging(
        in.choice(
            "LOG_LEVEL",
            ServiceConfig.LogLevel.INFO,
            ServiceConfig.LogLevel.class,
            "From which weight on messages are logged."),
        in.flag("VERBOSE_LOGGING", false, "Whether libraries log their messages too."),
        in.flag("LOG_TO_FILE", true, "Whether the log is written to a file, kept 30 days."),
        in.path(
            "LOG_FILE_PATH", dataDir.resolve("logs").resolve("midgard-streams.log"), "The file."));
  }

  private static ServiceConfig.Demo demo(SettingsReader in) {
    return new ServiceConfig.Demo(
        in.flag("EMPTY", false, "Whether run --demo leaves its session out."),
        in.fraction("DEMO_SPEED", 4, 0.1, 1000, "How fast run --demo plays its session."),
        in.path(
            "DEMO_SESSION",
            Path.of("samples", "rathena-session.ndjson.gz"),
            "The recorded session that run --demo plays."));
  }

  private static List<Agent<?>> agents(SettingsReader in) {
    try {
      return Agents.all(in);
    } catch (IllegalArgumentException e) {
      in.problem(e.getMessage());
      return List.of();
    }
  }

  /** Without its ledger a restart would forget what the day has cost. */
  private static void checkLedger(
      SettingsReader in, ModelsConfig models, ServiceConfig.World world) {
    if (models.enabled() && world.disabled().contains(AgentName.MODELS)) {
      in.problem(
          "%s is false while a language model's key is set; no budget holds without the ledger. Switch it on, or take the key away."
              .formatted(AgentName.MODELS.flag()));
    }
  }

  private static void withoutMeaning(SettingsReader in) {
    String noNpcs = "No effect: this version has no NPC agents.";
    in.unused("NPC_TO_NPC_INTERACTIONS_ENABLED", noNpcs);
    in.unused("NPC_INTERACTION_RANGE", noNpcs);
    in.unused("NPC_PROXIMITY_CHECK_INTERVAL", noNpcs);
    in.unused("RULE_BASED_DECISIONS_ENABLED", "No effect: decisions are always made by rules.");
    in.unused("MAX_WORKERS", "No effect: STREAM_THREADS sets how many threads work.");
    in.unused("CONNECTION_POOL_MAX_OVERFLOW", "No effect: CONNECTION_POOL_SIZE is the limit.");
    in.unused(
        "QUERY_TIMEOUT_SECONDS", "No effect: queries are limited by rows, connections to 60 s.");
    in.unused("HTTP_TIMEOUT_SECONDS", "No effect: every call has a time limit of its own.");
    in.unused("BATCH_SIZE", "No effect: batches are as large as what waits.");
    in.unused("CACHE_TTL_SECONDS", "No effect: answers come from the agents' stores, not a cache.");
    in.unused(
        "PROMETHEUS_PORT",
        "No effect: Prometheus fetches /metrics at AI_SERVICE_PORT; docker-compose.yml publishes"
            + " Prometheus itself there.");
    in.unused("GRAFANA_ENABLED", "No effect: Grafana is not started by this program.");
    for (String key :
        List.of(
            "POSTGRES_PASSWORD",
            "REDIS_PASSWORD",
            "GRAFANA_ADMIN_PASSWORD",
            "REST_PROXY_PORT",
            "GRAFANA_PORT")) {
      in.unused(key, "No effect: read by docker-compose.yml only.");
    }
  }

  private static void checkPorts(
      SettingsReader in,
      ServiceConfig.Http http,
      ServiceConfig.External external,
      ServiceConfig.Ports ports) {
    Map<String, Integer> taken = new TreeMap<>();
    taken.put("AI_SERVICE_PORT", http.port());
    taken.put("DASHBOARD_PORT", http.dashboardPort());
    if (external.kafka().isEmpty()) {
      taken.put("KAFKA_PORT", ports.kafka());
      taken.put("KAFKA_CONTROLLER_PORT", ports.kafkaController());
    }
    if (external.schemaRegistry().isEmpty()) {
      taken.put("SCHEMA_REGISTRY_PORT", ports.schemaRegistry());
    }
    if (external.database().isEmpty()) {
      taken.put("POSTGRES_PORT", ports.postgreSql());
    }
    if (external.redis().isEmpty()) {
      taken.put("REDIS_PORT", ports.redis());
    }
    Map<Integer, String> byPort = new TreeMap<>();
    taken.forEach(
        (key, port) -> {
          String other = port == 0 ? null : byPort.putIfAbsent(port, key);
          if (other != null) {
            in.problem(
                "%s and %s are both %d; each needs a port of its own.".formatted(other, key, port));
          }
        });
  }
}
