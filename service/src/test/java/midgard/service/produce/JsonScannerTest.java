package midgard.service.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import midgard.service.produce.JsonScanner.Slice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] TEXTS = {
    "", "a", "\"", "\\", "}", "]", "ü\u0000\n", "{\"a\":[", "𝄞"
  };

  private static JsonNode anyJson(Random random, int depth) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> nodes.nullNode();
      case 1 -> nodes.booleanNode(random.nextBoolean());
      case 2 -> nodes.numberNode(random.nextLong());
      case 3 -> nodes.numberNode(random.nextGaussian());
      case 4 -> nodes.textNode(TEXTS[random.nextInt(TEXTS.length)]);
      case 5 -> {
        ArrayNode array = nodes.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          array.add(anyJson(random, depth - 1));
        }
        yield array;
      }
      default -> {
        ObjectNode object = nodes.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          object.set("k" + i, anyJson(random, depth - 1));
        }
        yield object;
      }
    };
  }

  @Test
  void shouldFindTheSameElementsAsAParserWhenTheJsonIsRight() throws Exception {
    Random random = new Random(20261122);
    for (int round = 0; round < 2000; round++) {
      // Given
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (int i = random.nextInt(5); i > 0; i--) {
        array.add(anyJson(random, 4));
      }
      byte[] text =
          round % 2 == 0
              ? JSON.writeValueAsBytes(array)
              : JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(array);

      // When
      List<JsonNode> found = new ArrayList<>();
      for (Slice element : JsonScanner.elements(JsonScanner.root(text))) {
        found.add(JSON.readTree(element.bytes()));
      }

      // Then
      assertThat(found).containsExactlyElementsOf(array);
    }
  }

  @Test
  void shouldFindMembersByNameWhenTheJsonIsAnObject() throws Exception {
    // Given
    byte[] text =
        " { \"a\" : [1, {\"b\":\"}\"}] , \"c\":\"\\\"\" } ".getBytes(StandardCharsets.UTF_8);

    // When
    var members = JsonScanner.members(JsonScanner.root(text));

    // Then
    assertThat(members).containsOnlyKeys("a", "c");
    assertThat(members.get("a").text()).isEqualTo("[1, {\"b\":\"}\"}]");
    assertThat(members.get("c").text()).isEqualTo("\"\\\"\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[", "\"", "\"\\", "[1", "{]", "[}", "[[]", "{\"a\":", "x y", "]", ","})
  void shouldSayWhereWhenTheJsonIsBroken(String text) {
    assertThatThrownBy(() -> JsonScanner.root(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(JsonScanner.Malformed.class)
        .hasMessageContaining("byte");
  }
}
