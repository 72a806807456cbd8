package midgard.stack.registry;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.validation.ValidationException;
import org.eclipse.jetty.http.UriCompliance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The registry over HTTP. */
public final class RegistryServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryServer.class);

  /** A record of the topic takes 1 MB, so a larger schema could not be kept anyway. */
  private static final long MAX_BODY_BYTES = 2L << 20;

  private final SchemaLog log;
  private final Javalin server;

  private RegistryServer(SchemaLog log, Javalin server) {
    this.log = log;
    this.server = server;
  }

  /**
   * Reads the topic, creating it if need be, and then answers on the port.
   *
   * @param port 0 lets the system choose
   * @throws midgard.stack.StackException if the topic cannot be used
   */
  public static RegistryServer start(String bootstrapServers, String host, int port) {
    SchemaStore store = new SchemaStore();
    SchemaLog log = new SchemaLog(bootstrapServers, store);
    RegistrySettings settings = new RegistrySettings(store, log);
    SchemaParsing parsing = new SchemaParsing(store);
    Registration registration = new Registration(store, log, settings, parsing);
    Deletion deletion = new Deletion(store, log, settings);
    try {
      Javalin server =
          Javalin.create(
              config -> {
                http(config);
                new SubjectRoutes(store, registration, deletion, parsing).addTo(config.routes);
                new SchemaRoutes(store, parsing).addTo(config.routes);
                new SettingsRoutes(settings).addTo(config.routes);
                new CompatibilityRoutes(store, registration).addTo(config.routes);
                errors(config.routes);
              });
      return new RegistryServer(log, server.start(host, port));
    } catch (RuntimeException e) {
      log.close();
      throw e;
    }
  }

  private static void http(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.maxRequestSize = MAX_BODY_BYTES;
    config.http.prefer405over404 = true;
    config.http.defaultContentType = RegistryJson.CONTENT_TYPE;
    // Subjects are free text: a slash in one comes as %2F, which Jetty finds ambiguous.
    config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(UriCompliance.UNSAFE));
    config.jetty.modifyServletContextHandler(
        handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));
  }

  private static void errors(RoutesConfig routes) {
    routes.exception(
        RegistryError.class,
        (e, ctx) -> {
          if (e.status() >= 500) {
            LOG.warn("{} {}: {}", ctx.method(), ctx.path(), e.getMessage());
          }
          Requests.error(ctx, e.status(), e.code(), e.getMessage());
        });
    routes.exception(
        ValidationException.class,
        (e, ctx) -> Requests.error(ctx, 400, 400, "A query parameter is not a number"));
    routes.exception(
        HttpResponseException.class,
        (e, ctx) ->
            Requests.error(
                ctx, e.getStatus(), e.getStatus(), "HTTP " + e.getStatus() + " " + e.getMessage()));
    routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
          Requests.error(ctx, 500, 500, "Internal error; the log of the stack says more");
        });
  }

  /** The port that it answers on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
    log.close();
  }
}
