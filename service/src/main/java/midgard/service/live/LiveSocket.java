package midgard.service.live;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.websocket.WsCloseStatus;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import midgard.service.http.ProblemException;
import midgard.service.http.Routes;

/** The WebSocket: a snapshot of the world, then its changes; it answers {@code ping}. */
public final class LiveSocket implements Routes {
  static final List<String> PATHS = List.of("/ws", "/dashboard/ws/live-updates");

  /** Longest message that a listener may send, in bytes: it has nothing to say but ping. */
  static final long MAX_MESSAGE_BYTES = 4_096;

  private static final long PING_SECONDS = 15;

  private final LiveAudience audience;
  private final boolean everything;

  /**
   * @param everything whether who connects here may see what is not public
   */
  public LiveSocket(LiveAudience audience, boolean everything) {
    this.audience = audience;
    this.everything = everything;
  }

  @Override
  public void register(JavalinConfig config) {
    config.jetty.modifyWebSocketServletFactory(
        factory -> {
          factory.setMaxTextMessageSize(MAX_MESSAGE_BYTES);
          factory.setMaxBinaryMessageSize(MAX_MESSAGE_BYTES);
        });
    for (String path : PATHS) {
      config.routes.wsBeforeUpgrade(path, LiveSocket::checkOrigin);
      config.routes.ws(path, this::socket);
    }
  }

  private void socket(WsConfig socket) {
    socket.onConnect(this::connect);
    socket.onMessage(
        message ->
            audience.answer(
                message.sessionId(),
                message.message().strip().equals("ping")
                    ? "pong"
                    : "{\"type\":\"error\",\"data\":{\"message\":"
                        + "\"This socket only tells; it understands nothing but ping.\"}}"));
    socket.onBinaryMessage(
        message ->
            message.closeSession(WsCloseStatus.UNSUPPORTED_DATA, "Only text is understood."));
    socket.onClose(close -> audience.leave(close.sessionId()));
    socket.onError(error -> audience.leave(error.sessionId()));
  }

  private void connect(WsConnectContext connection) {
    if (audience.join(connection.sessionId(), connection.session, everything)) {
      connection.enableAutomaticPings(PING_SECONDS, TimeUnit.SECONDS);
    } else {
      connection.closeSession(WsCloseStatus.TRY_AGAIN_LATER, "Too many listen already.");
    }
  }

  /**
   * Browsers let any page open a WebSocket to any address, so a foreign page could read an internal
   * server through its visitor. Programs send no Origin; pages must come from this host.
   */
  private static void checkOrigin(Context context) {
    String origin = context.header("Origin");
    if (origin != null && !sameHost(origin, context.host())) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN,
          "Pages from %s may not listen here; only pages of this host.".formatted(origin));
    }
  }

  private static boolean sameHost(String origin, String host) {
    try {
      String from = URI.create(origin).getHost();
      return from != null && from.equalsIgnoreCase(URI.create("http://" + host).getHost());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
