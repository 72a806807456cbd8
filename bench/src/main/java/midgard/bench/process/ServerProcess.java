package midgard.bench.process;

import java.io.IOException;

/**
 * A server in a process of its own, on a loopback port, that can be killed and started again with
 * what it has kept.
 */
public interface ServerProcess extends AutoCloseable {
  /** Which program, of which version and from where, for the table. */
  String program();

  /** Where it listens on the loopback interface; the same for all of its life. */
  int port();

  /**
   * Starts it and waits until it takes requests.
   *
   * @throws IllegalStateException when it does not come up
   */
  void start() throws IOException, InterruptedException;

  /** Ends it as kill -9 does. */
  void kill() throws IOException, InterruptedException;

  /** Stops it in an orderly way. */
  void stop() throws IOException, InterruptedException;

  /** Kills it if it still runs. */
  @Override
  void close() throws IOException, InterruptedException;
}
