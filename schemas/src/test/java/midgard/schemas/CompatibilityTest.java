package midgard.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.TopicSettings;
import midgard.schemas.topic.Topics;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Today's schemas must read what the last release wrote. Its schemas lie in {@code
 * src/test/resources/released}, one file per record that a topic or store holds; {@code
 * target/schemas} has today's, to be copied there at a release.
 */
class CompatibilityTest {
  private static final Path RELEASED = Path.of("src/test/resources/released");
  private static final Path TODAY = Path.of("target/schemas");

  /** Every record that lies in a topic or a store: what is in topics, and all states. */
  private static Map<String, Schema> today() {
    Map<String, Schema> schemas = new TreeMap<>();
    for (Topic<?> topic : new Topics(TopicSettings.LOCAL, new LocalSchemaIds()).all()) {
      Schema schema = topic.value().schema();
      schemas.put(schema.getFullName(), schema);
    }
    try (Stream<Path> files = Files.walk(Path.of("target/classes/midgard/schemas"))) {
      files
          .map(path -> path.toString().replace("target/classes/", "").replace('/', '.'))
          .filter(name -> name.endsWith("State.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .forEach(name -> schemas.put(name, schemaOf(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return schemas;
  }

  private static Schema schemaOf(String className) {
    try {
      return (Schema) Class.forName(className).getField("SCHEMA$").get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(className + " is no generated record", e);
    }
  }

  static List<String> released() throws IOException {
    try (Stream<Path> files = Files.list(RELEASED)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("released")
  void shouldReadWhatTheLastReleaseWrote(String file) throws IOException {
    Schema writer = new Schema.Parser().parse(Files.readString(RELEASED.resolve(file)));
    Schema reader = today().get(writer.getFullName());

    assertThat(reader).as("today's " + writer.getFullName()).isNotNull();
    assertThat(SchemaCompatibility.checkReaderWriterCompatibility(reader, writer))
        .satisfies(
            result ->
                assertThat(result.getType())
                    .as(result.getDescription())
                    .isEqualTo(SchemaCompatibilityType.COMPATIBLE));
  }

  @Test
  void shouldHaveAReleasedSchemaForEveryRecordThatIsKept() throws IOException {
    Files.createDirectories(TODAY);
    for (Map.Entry<String, Schema> schema : today().entrySet()) {
      Files.writeString(
          TODAY.resolve(schema.getKey() + ".avsc"), schema.getValue().toString(true) + "\n");
    }

    assertThat(released())
        .containsExactlyElementsOf(today().keySet().stream().map(name -> name + ".avsc").toList());
  }

  @Test
  void shouldHaveNoMapsBecauseTheirOrderIsNoPartOfTheData() {
    today()
        .forEach(
            (name, schema) ->
                assertThat(schema.toString()).as(name).doesNotContain("\"type\":\"map\""));
  }
}
