package midgard.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A link to a server on this machine that can be made slow, narrow, silent, or cut. It listens on a
 * loopback port of its own, which stays the same.
 */
public final class TcpProxy implements AutoCloseable {
  private static final int BACKLOG = 128;
  private static final int CONNECT_MILLIS = 2_000;

  private final int target;
  private final int port;
  private final LinkConditions link = new LinkConditions();
  private final AtomicInteger cuts = new AtomicInteger();
  private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
  private ServerSocket listener;
  private Thread acceptor;

  private TcpProxy(int port, int target) throws IOException {
    this.port = port;
    this.target = target;
    this.listener = listen();
  }

  /**
   * Lets connections through to a server, which need not run yet.
   *
   * @param target the server's loopback port
   */
  public static TcpProxy to(int target) throws IOException {
    return new TcpProxy(FreePorts.pick(1).get(0), target);
  }

  /** As {@link #to}, on a port that others have been told of. */
  public static TcpProxy on(int port, int target) throws IOException {
    return new TcpProxy(port, target);
  }

  private ServerSocket listen() throws IOException {
    ServerSocket opened = new ServerSocket();
    opened.setReuseAddress(true);
    opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    acceptor = new Thread(() -> accept(opened), "tcp-proxy-" + port);
    acceptor.setDaemon(true);
    acceptor.start();
    return opened;
  }

  private void accept(ServerSocket from) {
    while (!from.isClosed()) {
      try {
        connect(from.accept());
      } catch (IOException e) {
        // The listener was closed, or the client has gone again.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    Socket server = new Socket();
    try {
      server.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
    } catch (IOException e) {
      server.close();
      client.setSoLinger(true, 0);
      client.close();
      return;
    }
    ProxiedConnection connection =
        new ProxiedConnection(client, server, link, this::cutWithin, connections::remove);
    connections.add(connection);
    connection.start();
  }

  /** Where clients reach it. */
  public int port() {
    return port;
  }

  /** Connections that are open through it. */
  public int connections() {
    return connections.size();
  }

  /** Everything passes at once; what a silent link held back passes too. */
  public synchronized void heal() {
    link.perfect();
    if (listener.isClosed()) {
      try {
        listener = listen();
      } catch (IOException e) {
        throw new UncheckedIOException("The proxy cannot listen on its port again", e);
      }
    }
  }

  /** Cuts all connections and refuses new ones, as if the server had gone. */
  public synchronized void refuse() {
    try {
      listener.close();
      // The kernel lets clients in for as long as a thread still waits for them.
      acceptor.join();
    } catch (IOException e) {
      throw new UncheckedIOException("The proxy cannot stop to listen", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    cut();
  }

  /** Resets all connections; new ones are let through. */
  public void cut() {
    link.cutAfter(Long.MAX_VALUE);
    List.copyOf(connections).forEach(ProxiedConnection::reset);
  }

  /** Resets all connections as soon as this many bytes more have gone to the server. */
  public void cutAfter(long bytes) {
    link.cutAfter(bytes);
  }

  /** How often {@link #cutAfter} has come true. */
  public int cutsWithin() {
    return cuts.get();
  }

  private void cutWithin() {
    cut();
    cuts.incrementAndGet();
  }

  /** Takes connections and bytes, and passes nothing on. */
  public void silence() {
    link.silent();
  }

  /** Everything takes this much longer, in each direction. */
  public void delay(Duration delay) {
    link.delay(delay);
  }

  /** No connection passes more than this in each direction. */
  public void limit(long bytesPerSecond) {
    link.limit(bytesPerSecond);
  }

  @Override
  public synchronized void close() {
    refuse();
  }
}
