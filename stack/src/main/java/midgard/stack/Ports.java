package midgard.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Loopback ports: which are free, and picking some. */
final class Ports {
  /** The only interface that the stack listens on. */
  static final String HOST = "127.0.0.1";

  private static final int PROBE_MILLIS = 500;

  private Ports() {}

  /**
   * Throws if the port is taken. A connection that is still closing does not count: the servers of
   * the stack bind such ports as well.
   */
  static void requireFree(int port, String user, String setting) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
    } catch (IOException e) {
      throw new PortTaken(port, user, setting);
    }
  }

  /** Whether somebody takes connections on the port. */
  static boolean answers(int port) {
    try (Socket probe = new Socket()) {
      probe.connect(new InetSocketAddress(InetAddress.getByName(HOST), port), PROBE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Different free ports, as many as asked for. */
  static List<Integer> pick(int count) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      List<Integer> ports = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST));
        held.add(socket);
        ports.add(socket.getLocalPort());
      }
      return ports;
    } catch (IOException e) {
      throw new StackException("This machine gives no free port: " + e.getMessage(), e);
    } finally {
      held.forEach(Ports::release);
    }
  }

  /** The given port, or a free one if it is 0. */
  static int orFree(int port) {
    return port == 0 ? pick(1).get(0) : port;
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // a port that stays taken is noticed by the server that wants it
    }
  }
}
