package midgard.bench.faults.scenario;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import midgard.bench.process.WorldProcess;

/** Somebody who looks at the live page: counts the changes that come over a WebSocket. */
final class LiveListener implements WebSocket.Listener, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final String CHANGE = "\"type\":\"change\"";

  private final AtomicInteger changes = new AtomicInteger();
  private final StringBuilder message = new StringBuilder();
  private WebSocket socket;

  private LiveListener() {}

  static LiveListener of(WorldProcess world) throws Exception {
    LiveListener listener = new LiveListener();
    listener.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(
                URI.create(world.uri("/ws").toString().replaceFirst("^http", "ws")), listener)
            .get(CONNECT.toMillis(), TimeUnit.MILLISECONDS);
    return listener;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    message.append(data);
    if (last) {
      if (message.indexOf(CHANGE) >= 0) {
        changes.incrementAndGet();
      }
      message.setLength(0);
    }
    from.request(1);
    return null;
  }

  /** So many came until now. */
  int changes() {
    return changes.get();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
