package midgard.stack.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;

/** The text of a schema with the properties that Avro itself knows nothing of in sorted order. */
final class NormalForm {
  /** Written by Avro in a fixed order already. */
  private static final Set<String> AVROS_OWN =
      Set.of(
          "type",
          "name",
          "namespace",
          "doc",
          "fields",
          "symbols",
          "items",
          "values",
          "size",
          "default",
          "order",
          "aliases");

  /** Where schemas are within schemas; a default value is data and keeps its order. */
  private static final List<String> NESTED = List.of("type", "fields", "items", "values");

  private NormalForm() {}

  static String of(String canonical) {
    try {
      byte[] json = canonical.getBytes(StandardCharsets.UTF_8);
      byte[] sorted = RegistryJson.bytes(sorted(RegistryJson.parse(json)));
      return new String(sorted, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode result = array.arrayNode();
      array.forEach(element -> result.add(sorted(element)));
      return result;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode result = RegistryJson.object();
    TreeMap<String, JsonNode> others = new TreeMap<>();
    for (Entry<String, JsonNode> property : object.properties()) {
      String name = property.getKey();
      JsonNode value = property.getValue();
      if (AVROS_OWN.contains(name)) {
        result.set(name, NESTED.contains(name) ? sorted(value) : value);
      } else {
        others.put(name, value);
      }
    }
    others.forEach(result::set);
    return result;
  }
}
