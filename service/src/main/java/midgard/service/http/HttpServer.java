package midgard.service.http;

import io.javalin.Javalin;
import io.javalin.json.JavalinJackson;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import midgard.schemas.event.EventRules;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One HTTP server on one port. */
public final class HttpServer implements AutoCloseable {
  /** Of a request; more is answered with 413. */
  public static final long MAX_BODY_BYTES = EventRules.MAX_BODY_BYTES;

  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  private static final long STOP_MILLIS = 2_000;

  private final Javalin javalin;
  private final String host;

  private HttpServer(Javalin javalin, String host) {
    this.javalin = javalin;
    this.host = host;
  }

  /**
   * Starts to listen.
   *
   * @param setting the key by which people move the port, for the message when it is taken
   * @param port 0: any free one
   * @throws ServerStartException when the port is taken or the address is not this computer's
   */
  public static HttpServer start(String setting, String host, int port, List<Routes> routes) {
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.http.maxRequestSize = MAX_BODY_BYTES;
              config.http.prefer405over404 = true;
              config.http.defaultContentType = "application/json";
              config.jsonMapper(new JavalinJackson(Json.MAPPER, false));
              config.jetty.modifyServer(HttpServer::prepare);
              config.jetty.modifyHttpConfiguration(
                  http -> {
                    http.setSendServerVersion(false);
                    http.setSendDateHeader(true);
                  });
              config.requestLogger.http(
                  (ctx, millis) ->
                      LOG.debug(
                          "{} {} {} {} ms", ctx.method(), ctx.path(), ctx.statusCode(), millis));
              new Problems().register(config);
              routes.forEach(part -> part.register(config));
            });
    try {
      return new HttpServer(javalin.start(host, port), host);
    } catch (RuntimeException e) {
      javalin.stop();
      throw failure(setting, host, port, e);
    }
  }

  /**
   * Finds out early that a port is taken, before anything else is started.
   *
   * @throws ServerStartException as {@link #start}
   */
  public static void requireFree(String setting, String host, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(host, port));
    } catch (IOException e) {
      throw failure(setting, host, port, e);
    }
  }

  private static void prepare(Server server) {
    server.setStopTimeout(STOP_MILLIS);
    server.setErrorHandler(new ProblemErrorHandler());
  }

  private static ServerStartException failure(String setting, String host, int port, Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return new ServerStartException(
            cause.getMessage().contains("assign")
                ? "%s is no address of this computer.".formatted(host)
                : "Port %d is taken by another program. Stop it or set %s."
                    .formatted(port, setting),
            e);
      }
    }
    return new ServerStartException(
        "The server cannot listen at %s:%d: %s".formatted(host, port, e.getMessage()), e);
  }

  public int port() {
    return javalin.port();
  }

  /** Where a browser of this computer finds it. */
  public String url() {
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    return "http://" + (everywhere ? "localhost" : host) + ":" + port();
  }

  /** Answers what is under way, for two seconds at most, and stops. */
  @Override
  public void close() {
    javalin.stop();
  }
}
