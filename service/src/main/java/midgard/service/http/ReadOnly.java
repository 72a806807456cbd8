package midgard.service.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Set;

/** Lets nothing through that could change something, whatever other routes there are. */
public final class ReadOnly implements Routes {
  private static final Set<HandlerType> READING =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  @Override
  public void register(JavalinConfig config) {
    config.routes.before(
        ctx -> {
          if (!READING.contains(ctx.method())) {
            ctx.header("Allow", "GET, HEAD");
            throw new ProblemException(
                HttpStatus.METHOD_NOT_ALLOWED, "This address is for reading only.");
          }
        });
  }
}
