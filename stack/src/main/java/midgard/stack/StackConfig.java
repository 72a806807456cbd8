package midgard.stack;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What to start and where. A part that has an address outside is not started. Port 0 means any free
 * one, chosen anew at each start.
 */
public final class StackConfig {
  private final Path dataDir;
  private final int controllerPort;
  private final Map<Part, Integer> ports;
  private final Map<Part, String> external;
  private final Set<Part> parts;

  private StackConfig(Builder builder) {
    this.dataDir = builder.dataDir.toAbsolutePath().normalize();
    this.controllerPort = builder.controllerPort;
    this.ports = Map.copyOf(builder.ports);
    this.external = Map.copyOf(builder.external);
    this.parts = Set.copyOf(builder.parts);
  }

  /** A configuration in which all parts are started, on free ports, in {@code ./data}. */
  public static Builder builder() {
    return new Builder();
  }

  Path dataDir() {
    return dataDir;
  }

  int controllerPort() {
    return controllerPort;
  }

  int port(Part part) {
    return ports.getOrDefault(part, 0);
  }

  /** The address outside, if the part is not ours to start. */
  Optional<String> external(Part part) {
    return Optional.ofNullable(external.get(part));
  }

  /** Whether the stack starts this part itself. */
  boolean starts(Part part) {
    return parts.contains(part) && !external.containsKey(part);
  }

  /** Collects a configuration. */
  public static final class Builder {
    private Path dataDir = Path.of("data");
    private final Map<Part, Integer> ports = new EnumMap<>(Part.class);
    private final Map<Part, String> external = new EnumMap<>(Part.class);
    private Set<Part> parts = EnumSet.allOf(Part.class);
    private int controllerPort;

    private Builder() {}

    /** The folder for everything that the stack keeps; one running stack per folder. */
    public Builder dataDir(Path dir) {
      this.dataDir = dir;
      return this;
    }

    public Builder kafkaPort(int port) {
      return port(Part.KAFKA, port);
    }

    /** The port on which the broker talks to its own controller. */
    public Builder controllerPort(int port) {
      this.controllerPort = port;
      return this;
    }

    public Builder registryPort(int port) {
      return port(Part.REGISTRY, port);
    }

    public Builder postgresPort(int port) {
      return port(Part.POSTGRESQL, port);
    }

    public Builder redisPort(int port) {
      return port(Part.REDIS, port);
    }

    private Builder port(Part part, int port) {
      ports.put(part, port);
      return this;
    }

    /** Bootstrap servers of a Kafka that runs elsewhere; null or empty starts one. */
    public Builder externalKafka(String bootstrapServers) {
      return external(Part.KAFKA, bootstrapServers);
    }

    /** URL of a schema registry that runs elsewhere; null or empty starts one. */
    public Builder externalRegistry(String url) {
      return external(Part.REGISTRY, url);
    }

    /** JDBC URL of a PostgreSQL that runs elsewhere; null or empty starts one. */
    public Builder externalDatabase(String jdbcUrl) {
      return external(Part.POSTGRESQL, jdbcUrl);
    }

    /** URL of a Redis that runs elsewhere; null or empty starts one. */
    public Builder externalRedis(String url) {
      return external(Part.REDIS, url);
    }

    private Builder external(Part part, String address) {
      if (address == null || address.isBlank()) {
        external.remove(part);
      } else {
        external.put(part, address);
      }
      return this;
    }

    /** Starts only these; the others have no address unless one is given. */
    public Builder parts(Set<Part> wanted) {
      this.parts = EnumSet.noneOf(Part.class);
      this.parts.addAll(wanted);
      return this;
    }

    /**
     * @throws IllegalArgumentException if a registry is to be started without any Kafka
     */
    public StackConfig build() {
      StackConfig config = new StackConfig(this);
      if (config.starts(Part.REGISTRY)
          && !config.starts(Part.KAFKA)
          && config.external(Part.KAFKA).isEmpty()) {
        throw new IllegalArgumentException("a schema registry needs a Kafka, started or external");
      }
      return config;
    }
  }
}
