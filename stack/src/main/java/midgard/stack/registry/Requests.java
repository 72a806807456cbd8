package midgard.stack.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import midgard.stack.registry.SchemaStore.Deleted;

/** Reading requests and writing answers as the real registry does. */
final class Requests {
  private static final String LATEST = "latest";
  private static final Set<String> UNDERSTOOD =
      Set.of(
          RegistryJson.CONTENT_TYPE,
          "application/vnd.schemaregistry+json",
          "application/json",
          "application/octet-stream");

  private Requests() {}

  static JsonNode body(Context ctx) {
    String type = ctx.contentType();
    if (type != null && !UNDERSTOOD.contains(type.split(";")[0].trim().toLowerCase(Locale.ROOT))) {
      throw RegistryError.unsupportedMediaType(type);
    }
    try {
      JsonNode body = RegistryJson.parse(ctx.bodyAsBytes());
      if (!body.isObject()) {
        throw RegistryError.unprocessable("The body must be a JSON object");
      }
      return body;
    } catch (IOException e) {
      throw RegistryError.badRequest("The body is not JSON: " + firstLine(e.getMessage()));
    }
  }

  /** The schema in a request. */
  static Candidate candidate(Context ctx) {
    JsonNode body = body(ctx);
    String type = body.path("schemaType").asText("AVRO");
    if (!"AVRO".equals(type)) {
      throw RegistryError.invalidSchema(
          "Invalid schema type " + type + "; this registry knows AVRO only");
    }
    for (String unknown : List.of("metadata", "ruleSet")) {
      if (!body.path(unknown).isMissingNode() && !body.path(unknown).isNull()) {
        throw RegistryError.unprocessable("This registry does not keep '" + unknown + "'");
      }
    }
    JsonNode references = body.path("references");
    if (!references.isMissingNode() && !references.isNull() && !references.isArray()) {
      throw RegistryError.unprocessable("'references' must be a list");
    }
    return new Candidate(
        body.path("schema").asText(""),
        RegistryJson.references(body),
        number(body, "version", 1),
        number(body, "id", 0));
  }

  /** Numbers below the least one mean "none", as the real client sends them. */
  private static OptionalInt number(JsonNode body, String name, int least) {
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return OptionalInt.empty();
    }
    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
      throw RegistryError.unprocessable("'" + name + "' must be a whole number");
    }
    return value.asInt() < least ? OptionalInt.empty() : OptionalInt.of(value.asInt());
  }

  static boolean flag(Context ctx, String name) {
    return "true".equalsIgnoreCase(ctx.queryParam(name));
  }

  static Deleted deleted(Context ctx) {
    if (flag(ctx, "deletedOnly")) {
      return Deleted.ONLY;
    }
    return flag(ctx, "deleted") ? Deleted.INCLUDED : Deleted.EXCLUDED;
  }

  /** The version asked for; empty means the latest. */
  static OptionalInt version(Context ctx) {
    String text = ctx.pathParam("version");
    if (text.equals(LATEST) || text.equals("-1")) {
      return OptionalInt.empty();
    }
    try {
      int version = Integer.parseInt(text);
      if (version > 0) {
        return OptionalInt.of(version);
      }
    } catch (NumberFormatException e) {
      // answered below, with the text itself
    }
    throw RegistryError.invalidVersion(text);
  }

  static int id(Context ctx) {
    try {
      return Integer.parseInt(ctx.pathParam("id"));
    } catch (NumberFormatException e) {
      throw new NotFoundResponse();
    }
  }

  /** The part of a list that {@code offset} and {@code limit} ask for. */
  static <T> List<T> page(Context ctx, Stream<T> all) {
    int offset = ctx.queryParamAsClass("offset", Integer.class).getOrDefault(0);
    int limit = ctx.queryParamAsClass("limit", Integer.class).getOrDefault(-1);
    return all.skip(Math.max(0, offset)).limit(limit < 0 ? Long.MAX_VALUE : limit).toList();
  }

  static void answer(Context ctx, Object value) {
    answer(ctx, RegistryJson.bytes(value));
  }

  /** An answer that is JSON already, as the text of a schema is. */
  static void answer(Context ctx, byte[] json) {
    String accept = ctx.header("Accept");
    boolean plain =
        accept != null
            && accept.contains("application/json")
            && !accept.contains(RegistryJson.CONTENT_TYPE);
    ctx.contentType(plain ? "application/json" : RegistryJson.CONTENT_TYPE).result(json);
  }

  static void error(Context ctx, int status, int code, String message) {
    ctx.status(status);
    answer(ctx, RegistryJson.object().put("error_code", code).put("message", message));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
