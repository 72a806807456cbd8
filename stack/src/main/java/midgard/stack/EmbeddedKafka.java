package midgard.stack;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka broker with its own controller (KRaft) in this process, listening on loopback only.
 *
 * <p>Its folder is formatted once with a random cluster id; it may be opened on other ports later.
 * Acknowledged records survive the death of the process; see {@link BrokerSettings} for power loss.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);
  private static final int NODE_ID = 1;

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedKafka(KafkaRaftServer server, int port) {
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
    List<Integer> free = Ports.pick(2);
    int clients = port == 0 ? free.get(0) : port;
    int controller = controllerPort == 0 ? free.get(1) : controllerPort;
    Path logDir = dir.toAbsolutePath();
    try {
      Files.createDirectories(logDir);
      formatOnce(logDir);
      Properties settings = BrokerSettings.of(logDir, NODE_ID, clients, controller);
      KafkaRaftServer server =
          new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
      boolean started = false;
      try {
        server.startup();
        started = true;
      } finally {
        if (!started) {
          server.shutdown();
        }
      }
      LOG.info("Kafka listens on {}:{}", Ports.HOST, clients);
      return new EmbeddedKafka(server, clients);
    } catch (Exception e) {
      throw new StackException(
          "Kafka does not start on port " + clients + " in " + logDir + ": " + e.getMessage(), e);
    }
  }

  private static void formatOnce(Path logDir) throws Exception {
    if (Files.exists(logDir.resolve("meta.properties"))) {
      return;
    }
    try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream())) {
      new Formatter()
          .setNodeId(NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
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
    server.awaitShutdown();
  }
}
