package midgard.bench.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A client and the server that it is connected to, with the link between them. */
final class ProxiedConnection {
  /** What is under way in one direction at most: a slow link fills up, and the sender must wait. */
  private static final int CHUNKS = 64;

  private static final int CHUNK_BYTES = 8 * 1024;

  private record Chunk(byte[] bytes, int length, long due) {
    boolean isEnd() {
      return length < 0;
    }
  }

  private final Socket client;
  private final Socket server;
  private final LinkConditions link;
  private final Runnable cutAll;
  private final Consumer<ProxiedConnection> ended;
  private final AtomicInteger openDirections = new AtomicInteger(2);
  private final List<Thread> threads;

  /**
   * @param cutAll called when the bytes are spent after which the link is to be cut
   * @param ended called when both sides have closed
   */
  ProxiedConnection(
      Socket client,
      Socket server,
      LinkConditions link,
      Runnable cutAll,
      Consumer<ProxiedConnection> ended)
      throws IOException {
    this.client = client;
    this.server = server;
    this.link = link;
    this.cutAll = cutAll;
    this.ended = ended;
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    this.threads =
        Stream.concat(direction(client, server, true), direction(server, client, false)).toList();
  }

  void start() {
    threads.forEach(Thread::start);
  }

  private Stream<Thread> direction(Socket from, Socket to, boolean toServer) {
    BlockingQueue<Chunk> underWay = new ArrayBlockingQueue<>(CHUNKS);
    return Stream.of(
        daemon(() -> receive(from, underWay)), daemon(() -> send(underWay, to, toServer)));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "tcp-proxy");
    thread.setDaemon(true);
    return thread;
  }

  private void receive(Socket from, BlockingQueue<Chunk> underWay) {
    try {
      InputStream in = from.getInputStream();
      int length;
      do {
        byte[] bytes = new byte[CHUNK_BYTES];
        length = in.read(bytes);
        underWay.put(new Chunk(bytes, length, link.due()));
      } while (length >= 0);
    } catch (IOException e) {
      reset();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(BlockingQueue<Chunk> underWay, Socket to, boolean toServer) {
    try {
      OutputStream out = to.getOutputStream();
      for (Chunk chunk = underWay.take(); !chunk.isEnd(); chunk = underWay.take()) {
        link.awaitPassage(chunk.due());
        int passing = toServer ? link.passing(chunk.length()) : chunk.length();
        out.write(chunk.bytes(), 0, passing);
        if (passing < chunk.length()) {
          cutAll.run();
          return;
        }
        link.awaitTransmission(chunk.length());
      }
      to.shutdownOutput();
      if (openDirections.decrementAndGet() == 0) {
        client.close();
        server.close();
        ended.accept(this);
      }
    } catch (IOException e) {
      reset();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Breaks it off: both sides see a reset. */
  void reset() {
    for (Socket side : List.of(client, server)) {
      try {
        side.setSoLinger(true, 0);
      } catch (IOException e) {
        // It is closed already.
      }
      try {
        side.close();
      } catch (IOException e) {
        // What cannot be closed any more is as good as cut.
      }
    }
    threads.forEach(Thread::interrupt);
    ended.accept(this);
  }
}
