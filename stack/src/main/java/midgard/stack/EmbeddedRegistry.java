package midgard.stack;

import midgard.stack.registry.RegistryServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry in this process, on loopback only, that keeps everything in Kafka's topic
 * {@code _schemas}. It speaks Confluent's REST, for Avro.
 */
public final class EmbeddedRegistry implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRegistry.class);

  private final RegistryServer server;

  private EmbeddedRegistry(RegistryServer server) {
    this.server = server;
  }

  /** Starts a registry on a free port. */
  public static EmbeddedRegistry start(String bootstrapServers) {
    return start(bootstrapServers, 0);
  }

  /**
   * Starts a registry and waits until it knows all that is in the topic.
   *
   * @param port 0 picks a free one
   * @throws StackException if it does not come up
   */
  public static EmbeddedRegistry start(String bootstrapServers, int port) {
    try {
      RegistryServer server = RegistryServer.start(bootstrapServers, Ports.HOST, port);
      LOG.info("The schema registry listens on {}:{}", Ports.HOST, server.port());
      return new EmbeddedRegistry(server);
    } catch (StackException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new StackException("The schema registry does not start: " + e.getMessage(), e);
    }
  }

  /** {@code http://host:port}. */
  public String url() {
    return "http://" + Ports.HOST + ":" + server.port();
  }

  /** Whether it takes connections. */
  public boolean isAlive() {
    return Ports.answers(server.port());
  }

  @Override
  public void close() {
    server.close();
  }
}
