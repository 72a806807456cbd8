package midgard.stack;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka broker with its own controller (KRaft) in this process, listening on loopback only: a
 * whole Kafka by itself, or a node of a cluster.
 *
 * <p>Its folder is formatted once; a Kafka of one node may be opened on other ports later.
 * Acknowledged records survive the death of the process; see {@link BrokerSettings} for power loss.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);
  private static final int NODE_ID = 1;

  private final KafkaNode server;
  private final int port;

  private EmbeddedKafka(KafkaNode server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Starts a broker on free ports. */
  public static EmbeddedKafka start(Path dir) {
    return start(dir, 0, 0);
  }

  /**
   * Starts a broker and waits until it takes requests.
   *
   * @param dir where the logs are; created and formatted if need be
   * @param port for clients; 0 picks a free one
   * @param controllerPort for the broker itself; 0 picks a free one
   * @throws StackException if it does not come up
   */
  public static EmbeddedKafka start(Path dir, int port, int controllerPort) {
    return start(dir, port, controllerPort, Map.of());
  }

  /**
   * Starts a broker on free ports that has some settings of its own.
   *
   * @param overrides Kafka's settings beyond, or instead of, those of {@link BrokerSettings}
   */
  public static EmbeddedKafka start(Path dir, Map<String, String> overrides) {
    return start(dir, 0, 0, overrides);
  }

  private static EmbeddedKafka start(
      Path dir, int port, int controllerPort, Map<String, String> overrides) {
    List<Integer> free = Ports.pick(2);
    BrokerNode node =
        new BrokerNode(
            NODE_ID,
            port == 0 ? free.get(0) : port,
            controllerPort == 0 ? free.get(1) : controllerPort);
    return start(dir, node, BrokerCluster.of(List.of(node)), overrides);
  }

  /**
   * Starts a broker and waits until it takes requests; in a cluster of several that takes until
   * most of them run.
   *
   * @param dir where the logs are; created and formatted if need be
   * @param cluster which the node is part of
   * @param overrides Kafka's settings beyond, or instead of, those of {@link BrokerSettings}
   * @throws StackException if it does not come up
   */
  public static EmbeddedKafka start(
      Path dir, BrokerNode node, BrokerCluster cluster, Map<String, String> overrides) {
    Path logDir = dir.toAbsolutePath();
    try {
      Files.createDirectories(logDir);
      formatOnce(logDir, node.id(), cluster.id());
      Properties settings = BrokerSettings.of(logDir, node, cluster);
      settings.putAll(overrides);
      KafkaNode server = new KafkaNode(KafkaConfig.fromProps(settings, false), cluster.isOneNode());
      boolean started = false;
      try {
        server.startup();
        started = true;
      } finally {
        if (!started) {
          server.shutdown();
        }
      }
      LOG.info("Kafka listens on {}:{}", Ports.HOST, node.port());
      return new EmbeddedKafka(server, node.port());
    } catch (Exception e) {
      throw new StackException(
          "Kafka does not start on port %d in %s: %s"
              .formatted(node.port(), logDir, e.getMessage()),
          e);
    }
  }

  private static void formatOnce(Path logDir, int nodeId, String clusterId) throws Exception {
    if (Files.exists(logDir.resolve("meta.properties"))) {
      return;
    }
    try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream())) {
      new Formatter()
          .setNodeId(nodeId)
          .setClusterId(clusterId)
          .setDirectories(List.of(logDir.toString()))
          .setMetadataLogDirectory(logDir.toString())
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .setControllerListenerName("CONTROLLER")
          .setIgnoreFormatted(true)
          .setPrintStream(silent)
          .run();
    }
  }

  /** The address for clients, {@code host:port}. */
  public String bootstrapServers() {
    return Ports.HOST + ":" + port;
  }

  /** Whether it takes connections. */
  public boolean isAlive() {
    return Ports.answers(port);
  }

  /** Stops the broker in an orderly way, so that the next start needs no recovery. */
  @Override
  public void close() {
    server.shutdown();
  }
}
