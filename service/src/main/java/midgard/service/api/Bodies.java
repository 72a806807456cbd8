package midgard.service.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import midgard.service.http.Json;
import midgard.service.http.ProblemException;

/** Reads JSON bodies; a bad one is answered with what would be right. */
final class Bodies {
  private Bodies() {}

  /** The body, which must be an object; an empty one counts as {@code {}}. */
  static JsonNode object(Context context) {
    byte[] bytes = context.bodyAsBytes();
    if (bytes.length == 0) {
      return Json.MAPPER.createObjectNode();
    }
    JsonNode body;
    try {
      body = Json.MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw ProblemException.badRequest(
          "The body is no JSON: %s (line %d, column %d)."
              .formatted(
                  e.getOriginalMessage(),
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    if (body == null || !body.isObject()) {
      throw ProblemException.badRequest("The body must be a JSON object.");
    }
    return body;
  }

  static String text(JsonNode body, String name, int min, int max) {
    JsonNode value = body.path(name);
    if (!value.isTextual()
        || value.textValue().length() < min
        || value.textValue().length() > max) {
      throw ProblemException.badRequest(
          "%s must be text of %d to %d characters.".formatted(name, min, max));
    }
    return value.textValue();
  }

  static String text(JsonNode body, String name, int min, int max, String otherwise) {
    JsonNode value = body.path(name);
    return value.isMissingNode() || value.isNull() ? otherwise : text(body, name, min, max);
  }

  static boolean flag(JsonNode body, String name, boolean otherwise) {
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      throw ProblemException.badRequest(name + " must be true or false.");
    }
    return value.booleanValue();
  }
}
