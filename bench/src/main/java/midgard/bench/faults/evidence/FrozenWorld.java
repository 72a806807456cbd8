package midgard.bench.faults.evidence;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.engine.EngineConfig;
import midgard.schemas.serde.ConfluentSchemaIds;
import midgard.schemas.serde.SchemaIds;
import midgard.schemas.topic.Topics;
import midgard.service.ClusterTopics;
import midgard.service.config.ServiceConfig;
import midgard.sql.Database;
import midgard.stack.EmbeddedStack;
import midgard.stack.Part;
import midgard.stack.StackConfig;
import midgard.topology.replay.BrokerLog;
import midgard.topology.replay.ReplaySchemaIds;

/**
 * A world that was stopped, with its servers running: those that it had of its own are started
 * again in this process, the others were never stopped. So its topics and tables can be read, and
 * nobody writes them.
 */
final class FrozenWorld implements AutoCloseable {
  private final ServiceConfig config;
  private final List<Agent<?>> agents;
  private final EmbeddedStack stack;
  private final Database database;
  private final BrokerLog log;
  private final SchemaIds ids;
  private final Topics topics;

  FrozenWorld(ServiceConfig config, List<Agent<?>> agents) {
    this.config = config;
    this.agents = agents;
    this.stack = EmbeddedStack.start(stackConfig(config));
    this.database = Database.open(stack.addresses().databaseUrl(), 2);
    this.log = new BrokerLog(stack.addresses().bootstrapServers());
    this.ids = new ReplaySchemaIds(new ConfluentSchemaIds(stack.addresses().schemaRegistryUrl()));
    this.topics = new Topics(ClusterTopics.settings(config), ids);
  }

  private static StackConfig stackConfig(ServiceConfig config) {
    return StackConfig.builder()
        .parts(EnumSet.of(Part.KAFKA, Part.REGISTRY, Part.POSTGRESQL))
        .dataDir(config.storage().dataDir())
        .kafkaPort(config.ports().kafka())
        .controllerPort(config.ports().kafkaController())
        .registryPort(config.ports().schemaRegistry())
        .postgresPort(config.ports().postgreSql())
        .externalKafka(config.external().kafka())
        .externalRegistry(config.external().schemaRegistry())
        .externalDatabase(config.external().database())
        .build();
  }

  String applicationId() {
    return ClusterTopics.applicationId(config);
  }

  /** Where the local states of the application lie. */
  Path stateFolder() {
    return config.storage().dataDir().resolve("streams").resolve(applicationId());
  }

  List<Agent<?>> agents() {
    return agents;
  }

  BrokerLog log() {
    return log;
  }

  SchemaIds ids() {
    return ids;
  }

  Topics topics() {
    return topics;
  }

  Database database() {
    return database;
  }

  /** What the engine was given, for a replay. */
  EngineConfig engine() {
    return new EngineConfig(
        config.world().seed(),
        config.world().zone(),
        config.world().disabled(),
        topics,
        ids,
        store -> store);
  }

  @Override
  public void close() {
    log.close();
    database.close();
    stack.close();
  }
}
