package midgard.service.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Listens at a WebSocket as a stranger would. */
final class Listener implements WebSocket.Listener, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 30;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final List<String> tables = new CopyOnWriteArrayList<>();
  private final StringBuilder partial = new StringBuilder();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final boolean reading;
  private WebSocket socket;

  private Listener(boolean reading) {
    this.reading = reading;
  }

  static Listener connect(String url) throws Exception {
    return connect(new Listener(true), url, null);
  }

  static Listener connect(String url, String origin) throws Exception {
    return connect(new Listener(true), url, origin);
  }

  /** One that takes nothing until {@link #read} is called. */
  static Listener deaf(String url) throws Exception {
    return connect(new Listener(false), url, null);
  }

  private static Listener connect(Listener listener, String url, String origin) throws Exception {
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    if (origin != null) {
      builder.header("Origin", origin);
    }
    listener.socket =
        builder
            .buildAsync(URI.create(url.replaceFirst("^http", "ws")), listener)
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return listener;
  }

  @Override
  public void onOpen(WebSocket opened) {
    if (reading) {
      opened.request(Long.MAX_VALUE);
    }
  }

  void read() {
    socket.request(Long.MAX_VALUE);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      heard.add(partial.toString());
      partial.setLength(0);
    }
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  /** The code with which the server closed. */
  int closedWith() throws Exception {
    return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  void say(String text) {
    socket.sendText(text, true).join();
  }

  JsonNode next() throws Exception {
    String text = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (text == null) {
      throw new AssertionError("Nothing was heard for " + PATIENCE_SECONDS + " seconds.");
    }
    return text.startsWith("{") ? JSON.readTree(text) : JSON.getNodeFactory().textNode(text);
  }

  String nextText(String wanted) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      JsonNode message = next();
      if (message.isTextual() && message.asText().equals(wanted)) {
        return wanted;
      }
    }
    throw new AssertionError("No %s within %d seconds.".formatted(wanted, PATIENCE_SECONDS));
  }

  JsonNode nextOfType(String type) throws Exception {
    // Snapshots come every few seconds, so waiting for silence would wait for ever.
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      JsonNode message = next();
      if (message.path("type").asText().equals(type)) {
        return message;
      }
    }
    throw new AssertionError("No %s within %d seconds.".formatted(type, PATIENCE_SECONDS));
  }

  JsonNode nextChange(String table, String key) throws Exception {
    while (true) {
      JsonNode data = nextOfType("change").get("data");
      tables.add(data.get("table").asText());
      if (data.get("table").asText().equals(table) && data.get("key").asText().equals(key)) {
        return data;
      }
    }
  }

  /** Of the changes that were passed by so far. */
  List<String> tables() {
    return List.copyOf(tables);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
