package midgard.stack.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Iterator;

/** {@code /config} and {@code /mode}, global and of subjects. */
final class SettingsRoutes {
  private static final String COMPATIBILITY = "compatibility";
  private static final String MODE = "mode";

  private final RegistrySettings settings;

  SettingsRoutes(RegistrySettings settings) {
    this.settings = settings;
  }

  void addTo(RoutesConfig routes) {
    for (String scope : new String[] {"", "/{subject}"}) {
      routes.get("/config" + scope, this::level);
      routes.put("/config" + scope, this::setLevel);
      routes.delete("/config" + scope, this::eraseLevel);
      routes.get("/mode" + scope, this::mode);
      routes.put("/mode" + scope, this::setMode);
      routes.delete("/mode" + scope, this::eraseMode);
    }
  }

  private void level(Context ctx) {
    String subject = subject(ctx);
    answerLevel(
        ctx,
        Requests.flag(ctx, "defaultToGlobal")
            ? settings.levelInForce(subject)
            : settings.ownLevel(subject));
  }

  private void setLevel(Context ctx) {
    CompatibilityLevel level =
        CompatibilityLevel.named(only(COMPATIBILITY, Requests.body(ctx)))
            .orElseThrow(
                () ->
                    RegistryError.invalidCompatibility(
                        "Invalid compatibility level. Valid values are "
                            + Arrays.toString(CompatibilityLevel.values())));
    settings.setLevel(subject(ctx), level);
    Requests.answer(ctx, RegistryJson.object().put(COMPATIBILITY, level.name()));
  }

  private void eraseLevel(Context ctx) {
    answerLevel(ctx, settings.eraseLevel(subject(ctx)));
  }

  private void mode(Context ctx) {
    String subject = subject(ctx);
    answerMode(
        ctx,
        Requests.flag(ctx, "defaultToGlobal")
            ? settings.modeInForce(subject)
            : settings.ownMode(subject));
  }

  private void setMode(Context ctx) {
    RegistryMode mode =
        RegistryMode.named(only(MODE, Requests.body(ctx)))
            .orElseThrow(
                () ->
                    RegistryError.invalidMode(
                        "Invalid mode. Valid values are "
                            + Arrays.toString(RegistryMode.values())));
    settings.setMode(subject(ctx), mode, Requests.flag(ctx, "force"));
    answerMode(ctx, mode);
  }

  private void eraseMode(Context ctx) {
    answerMode(ctx, settings.eraseMode(subject(ctx)));
  }

  private static void answerLevel(Context ctx, CompatibilityLevel level) {
    Requests.answer(ctx, RegistryJson.object().put("compatibilityLevel", level.name()));
  }

  private static void answerMode(Context ctx, RegistryMode mode) {
    Requests.answer(ctx, RegistryJson.object().put(MODE, mode.name()));
  }

  /** The value of the one setting that a request may carry. */
  private static String only(String setting, JsonNode body) {
    for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!name.equals(setting) && !body.get(name).isNull()) {
        throw RegistryError.unprocessable(
            "This registry does not know the setting '" + name + "' here, only '" + setting + "'");
      }
    }
    return body.path(setting).asText("");
  }

  private static String subject(Context ctx) {
    return ctx.pathParamMap().getOrDefault("subject", RegistrySettings.GLOBAL);
  }
}
