package midgard.service.http;

import io.javalin.Javalin;
import io.javalin.json.JavalinJackson;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import midgard.schemas.event.EventRules;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One HTTP server on one port. */
public final class HttpServer implements AutoCloseable {
  /** Of a request; more is answered with 413. */
  public static final long MAX_BODY_BYTES = EventRules.MAX_BODY_BYTES;

  /**
   * Open at once. Each keeps some 12 KB of the heap, and when the world has stood still for seconds
   * everybody calls again; who comes next waits, in the kernel's queue, until one has gone.
   */
  public static final int MAX_CONNECTIONS = 2_048;

  /**
   * From so many on, each is closed after its next answer. Callers who never pause would otherwise
   * hold all there are for ever, and nobody else, the operator's health check among them, could
   * call.
   */
  static final int CROWDED_CONNECTIONS = MAX_CONNECTIONS * 3 / 4;

  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  private static final long STOP_MILLIS = 2_000;

  /**
   * While there are so many, one on which nothing happens for so long has to make room. A world
   * that has stood still for longer answers 503 to some of those who waited.
   */
  private static final long CROWDED_IDLE_MILLIS = 5_000;

  /** Connections that the kernel keeps until they can be taken. */
  private static final int WAITING_CONNECTIONS = 1_024;

  /** At work at once; of those that wait for a {@link BodyBudget} there are fewer. */
  private static final int MAX_THREADS = 64;

  private static final int MIN_THREADS = 8;

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
              config.jetty.threadPool = threads();
              config.jetty.modifyServer(HttpServer::prepare);
              config.jetty.addConnector((server, http) -> connector(server, http, host, port));
              config.jetty.modifyHttpConfiguration(
                  http -> {
                    http.setSendServerVersion(false);
                    http.setSendDateHeader(true);
                    // It would keep 100 KB for each connection, to know headers again.
                    http.setHeaderCacheSize(0);
                  });
              config.requestLogger.http(
                  (ctx, millis) ->
                      LOG.debug(
                          "{} {} {} {} ms", ctx.method(), ctx.path(), ctx.statusCode(), millis));
              new Problems().register(config);
              routes.forEach(part -> part.register(config));
            });
    try {
      return new HttpServer(javalin.start(), host);
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

  private static HttpConfiguration.Customizer makesRoom(NetworkConnectionLimit limit) {
    return (request, answer) -> {
      if (limit.getNetworkConnectionCount() > CROWDED_CONNECTIONS) {
        answer.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
      }
      return request;
    };
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, String host, int port) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    NetworkConnectionLimit limit = new NetworkConnectionLimit(MAX_CONNECTIONS, connector);
    limit.setEndPointIdleTimeout(CROWDED_IDLE_MILLIS);
    server.addBean(limit);
    http.addCustomizer(makesRoom(limit));
    connector.setHost(host);
    connector.setPort(port);
    connector.setAcceptQueueSize(WAITING_CONNECTIONS);
    return connector;
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
    threads.setName("http");
    return threads;
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
