package midgard.service.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.service.models.ModelsConfig;

/**
 * All settings of the program, checked.
 *
 * @param agents every agent that works, made with its own settings; those that are switched off too
 * @param effective every key with its value and source, for {@code config}
 * @param unknownKeys keys of the .env file that nobody knows
 */
public record ServiceConfig(
    Http http,
    External external,
    Ports ports,
    World world,
    Storage storage,
    Logging logging,
    Demo demo,
    ModelsConfig models,
    List<Agent<?>> agents,
    List<EffectiveSetting> effective,
    List<String> unknownKeys) {

  /**
   * The two servers. Port 0: any free one.
   *
   * @param host of the internal server
   * @param port of the internal server
   * @param metrics whether {@code /metrics} answers
   */
  public record Http(
      String host,
      int port,
      String dashboardHost,
      int dashboardPort,
      int webSocketConnections,
      boolean metrics) {}

  /** Addresses of parts that run elsewhere; empty: the embedded one is used. */
  public record External(String kafka, String schemaRegistry, String database, String redis) {}

  /** Where the embedded parts listen, always on the loopback interface. */
  public record Ports(
      int kafka, int kafkaController, int schemaRegistry, int postgreSql, int redis) {}

  /**
   * @param name prefix of topics and subjects, and part of the application's id; may be empty
   * @param host under which other instances reach this one, {@code host:port}; empty: only itself
   */
  public record World(
      String name,
      long seed,
      ZoneId zone,
      Clock clock,
      int partitions,
      short replication,
      int threads,
      Duration commitInterval,
      Duration inboxRetention,
      Set<AgentName> disabled,
      String host) {}

  /** Where the world's seconds come from. */
  public enum Clock {
    /** The computer's clock. */
    WALL,
    /** Ticks that the feeder sends with a recorded session. */
    FEED
  }

  public record Storage(Path dataDir, int databaseConnections) {
    /** Where Kafka Streams keeps the local state of every application, each in its own folder. */
    public Path stateDir() {
      return dataDir.toAbsolutePath().resolve("streams");
    }
  }

  /**
   * @param level of our own messages
   * @param verbose whether libraries' messages are shown as well
   * @param file where the log is written; not written when {@code toFile} is false
   */
  public record Logging(LogLevel level, boolean verbose, boolean toFile, Path file) {}

  public enum LogLevel {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    WARNING,
    ERROR,
    CRITICAL
  }

  /**
   * @param empty whether the recorded session is left out
   * @param speed how many times faster than it happened the recorded session is played
   * @param session the recording
   */
  public record Demo(boolean empty, double speed, Path session) {}

  /**
   * Reads and checks everything.
   *
   * @throws ConfigException naming every setting that cannot be used
   */
  public static ServiceConfig read(Sources sources) {
    return ConfigCatalogue.read(new SettingsReader(sources));
  }
}
