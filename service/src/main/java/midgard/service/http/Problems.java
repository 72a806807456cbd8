package midgard.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every error as {@code application/problem+json}, without what is inside the program. */
public final class Problems implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @Override
  public void register(io.javalin.config.JavalinConfig config) {
    RoutesConfig routes = config.routes;
    routes.exception(
        ProblemException.class,
        (problem, ctx) -> {
          if (problem.worthRetrying()) {
            ctx.header("Retry-After", Integer.toString(problem.retryAfterSeconds()));
          }
          write(ctx, problem.status().getCode(), problem.getMessage());
        });
    routes.exception(
        HttpResponseException.class, (e, ctx) -> write(ctx, e.getStatus(), detail(e, ctx)));
    routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
          write(
              ctx,
              HttpStatus.INTERNAL_SERVER_ERROR.getCode(),
              "A fault in the service; its log says more.");
        });
  }

  /** Answers with a problem. */
  public static void write(Context ctx, int status, String detail) {
    ctx.status(status).contentType(Problem.CONTENT_TYPE).result(body(status, detail, ctx.path()));
  }

  /** The text of a problem. */
  static byte[] body(int status, String detail, String instance) {
    String title = titleOf(HttpStatus.forStatus(status));
    try {
      return Json.MAPPER.writeValueAsBytes(
          new Problem("about:blank", title, status, detail, instance));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A problem is always writable.", e);
    }
  }

  private static String titleOf(HttpStatus status) {
    return switch (status) {
      case INTERNAL_SERVER_ERROR -> "Internal Server Error";
      case UNKNOWN -> "Error";
      default -> status.getMessage();
    };
  }

  private static String detail(HttpResponseException e, Context ctx) {
    if (e instanceof MethodNotAllowedResponse) {
      return ctx.method() + " is not possible here.";
    }
    return switch (e.getStatus()) {
      case 404 -> "Nothing answers " + ctx.method() + " " + ctx.path() + ".";
      case 413 -> "The body is larger than " + HttpServer.MAX_BODY_BYTES + " bytes.";
      default -> e.getMessage();
    };
  }
}
