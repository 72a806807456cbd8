package midgard.stack;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers that a world needs, in this process and one folder: Kafka, a schema registry,
 * PostgreSQL and Redis. All listen on loopback only; those that have an address outside are left
 * out.
 *
 * <p>A start first stops what a killed run left behind in the folder, then checks all ports, then
 * starts the parts side by side. It registers no shutdown hook: whoever starts a stack closes it,
 * after all that use it.
 */
public final class EmbeddedStack implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStack.class);

  private final StackAddresses addresses;
  private final Map<Part, BooleanSupplier> alive;
  private final Deque<AutoCloseable> open;

  EmbeddedStack(
      StackAddresses addresses, Map<Part, BooleanSupplier> alive, Deque<AutoCloseable> open) {
    this.addresses = addresses;
    this.alive = alive;
    this.open = open;
  }

  /**
   * Starts what the configuration asks for and waits until all of it can be used.
   *
   * @throws PortTaken if another program has a port that was asked for; nothing was started then
   * @throws DataDirTaken if another process runs its stack in the folder
   * @throws StackException if a part does not come up; the others are stopped then
   */
  public static EmbeddedStack start(StackConfig config) {
    Path dir = config.dataDir();
    Deque<AutoCloseable> open = new ArrayDeque<>();
    open.push(DataDirLock.take(dir));
    try {
      if (config.starts(Part.POSTGRESQL)) {
        EmbeddedPostgreSql.stopOrphan(dir.resolve("postgresql"));
      }
      if (config.starts(Part.REDIS)) {
        EmbeddedRedis.stopOrphan(dir.resolve("redis"));
      }
      StackPorts.requireFree(config);
      return new StackStart(config, open).run();
    } catch (RuntimeException e) {
      closeAll(open);
      throw e;
    }
  }

  /** Where the parts are reached. */
  public StackAddresses addresses() {
    return addresses;
  }

  /** Whether a part that this stack started still runs; false for all others. */
  public boolean isAlive(Part part) {
    return alive.containsKey(part) && alive.get(part).getAsBoolean();
  }

  /** Stops the parts, those that use others first, and gives the folder free. */
  @Override
  public void close() {
    closeAll(open);
  }

  private static void closeAll(Deque<AutoCloseable> open) {
    synchronized (open) {
      while (!open.isEmpty()) {
        AutoCloseable part = open.pop();
        try {
          part.close();
        } catch (Exception e) {
          LOG.warn("{} did not stop cleanly", part.getClass().getSimpleName(), e);
        }
      }
    }
  }
}
