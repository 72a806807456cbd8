package midgard.service.live;

import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import java.util.Map;
import midgard.service.http.Routes;

/** The page for everybody, at {@code /}: read only, and nothing on it comes from elsewhere. */
public final class LivePage implements Routes {
  /** No script, style, font or connection but this server's own; nobody may frame the page. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  @Override
  public void register(JavalinConfig config) {
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/";
          files.directory = "/public";
          files.location = Location.CLASSPATH;
          files.headers =
              Map.of(
                  "Content-Security-Policy", CONTENT_SECURITY_POLICY,
                  "X-Content-Type-Options", "nosniff",
                  "Referrer-Policy", "no-referrer",
                  "Cross-Origin-Opener-Policy", "same-origin",
                  // The files are few and small; a new version must be seen at once.
                  "Cache-Control", "no-cache");
        });
  }
}
