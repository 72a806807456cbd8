package midgard.service.models;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import midgard.schemas.model.ModelRequest;

/**
 * Judges what a model said: plain text is plain text, JSON fits its schema and holds nothing beyond
 * it. What the game client would take for more than words is taken out.
 */
final class AnswerCheck {
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  /** Colours, as the client reads them. */
  private static final Pattern COLOUR = Pattern.compile("\\^[0-9A-Fa-f]{6}");

  /** Links to items, places and web pages, as the client reads them. */
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");

  /** Line ends are kept; other control characters, and those that are not seen, are not. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n]]");

  private static final Pattern FENCED =
      Pattern.compile("\\s*```(?:json)?\\s*\\n(.*?)\\n?\\s*```\\s*", Pattern.DOTALL);

  private AnswerCheck() {}

  /** Judges a reply to one question. */
  static Checked check(Reply reply, ModelRequest request) {
    return reply.whole()
        ? check(reply.text(), request)
        : new Checked.Bad("the answer was cut off after %d tokens".formatted(reply.outputTokens()));
  }

  static Checked check(String answer, ModelRequest request) {
    return request.getAnswerSchema() == null
        ? plain(answer, request.getMaxCharacters())
        : json(answer, request.getAnswerSchema(), request.getMaxCharacters());
  }

  private static Checked plain(String answer, int most) {
    if (answer.contains("```")
        || answer.contains("{")
        || answer.contains("}")
        || answer.stripLeading().startsWith("[")) {
      return new Checked.Bad("the answer is not plain text");
    }
    return fitting(clean(answer), most);
  }

  private static Checked json(String answer, String schemaText, int most) {
    JsonNode value;
    try {
      value = STRICT.readTree(unfenced(answer));
    } catch (JsonProcessingException e) {
      return new Checked.Bad("the answer is not JSON");
    }
    JsonNode schema;
    try {
      schema = closed(STRICT.readTree(schemaText));
    } catch (JsonProcessingException e) {
      return new Checked.Bad("the schema that was asked for is not JSON");
    }
    if (value.isMissingNode()) {
      return new Checked.Bad("there is no answer");
    }
    JsonNode cleaned = clean(value);
    int faults;
    try {
      faults = SCHEMAS.getSchema(schema).validate(cleaned).size();
    } catch (JsonSchemaException e) {
      return new Checked.Bad("the schema that was asked for is no JSON Schema");
    }
    return faults == 0
        ? fitting(cleaned.toString(), most)
        : new Checked.Bad("the answer does not fit its schema (%d faults)".formatted(faults));
  }

  private static Checked fitting(String text, int most) {
    if (text.isBlank()) {
      return new Checked.Bad("there is no answer");
    }
    return text.length() <= most
        ? new Checked.Good(text)
        : new Checked.Bad(
            "the answer has %d characters, at most %d were asked for"
                .formatted(text.length(), most));
  }

  /** Some models put what they are asked for into a block of Markdown. */
  static String unfenced(String answer) {
    var match = FENCED.matcher(answer);
    return match.matches() ? match.group(1) : answer;
  }

  private static String clean(String text) {
    String clean = text;
    String before;
    // Again and again, since taking one out may put another together.
    do {
      before = clean;
      clean = UNSEEN.matcher(clean).replaceAll("");
      clean = COLOUR.matcher(clean).replaceAll("");
      clean = TAG.matcher(clean).replaceAll("");
    } while (!clean.equals(before));
    return clean.strip();
  }

  private static JsonNode clean(JsonNode value) {
    if (value.isTextual()) {
      return TextNode.valueOf(clean(value.textValue()));
    }
    if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, clean(array.get(i)));
      }
    } else if (value instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> object.set(name, clean(object.get(name))));
    }
    return value;
  }

  /** The schema, with every object that lists its properties allowing no others. */
  private static JsonNode closed(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")
        && !object.has("unevaluatedProperties")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(AnswerCheck::closed);
    return schema;
  }
}
