package midgard.service.http;

import io.javalin.config.JavalinConfig;

/** Some of a server's paths. */
@FunctionalInterface
public interface Routes {
  /** Adds the paths, usually by {@code config.routes.get(path, handler)}. */
  void register(JavalinConfig config);
}
