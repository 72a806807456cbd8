package midgard.service.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be known of the Dockerfile without an engine to build it. */
class ImageTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private List<String> lines;

  @BeforeEach
  void read() throws IOException {
    String text = Files.readString(Compose.ROOT.resolve("Dockerfile"));
    lines = text.replaceAll("\\\\\n\\s*", "").lines().toList();
  }

  private Stream<String> all(String instruction) {
    return lines.stream()
        .filter(line -> line.startsWith(instruction + " "))
        .map(line -> line.substring(instruction.length() + 1));
  }

  @Test
  void shouldPinBothImagesWhenRead() {
    assertThat(all("FROM"))
        .hasSize(2)
        .allMatch(from -> from.matches("[\\w/-]+:\\d+\\.\\d+\\.\\d+[\\w.-]*( AS \\w+)?"));
  }

  @Test
  void shouldNotRunAsRootWhenRead() {
    assertThat(all("USER").reduce((first, last) -> last)).hasValue("midgard");
  }

  @Test
  void shouldCopyWhatIsInTheBuildWhenRead() throws Exception {
    List<String> ignored = Files.readAllLines(Compose.ROOT.resolve(".dockerignore"));

    assertThat(ignored).contains(".env", ".git", "**/target", "data");
    assertThat(all("COPY"))
        .contains(
            "--from=build /build/service/target/midgard-streams.jar ./",
            "--from=build /build/service/target/lib lib/")
        .filteredOn(copy -> !copy.startsWith("--"))
        .allSatisfy(
            copy -> {
              assertThat(Compose.ROOT.resolve(copy.split(" ")[0])).exists();
              assertThat(ignored).doesNotContain(copy.split(" ")[0]);
            });
  }

  /** The form that is no JSON would be run by a shell, which takes the stop signal for itself. */
  @Test
  void shouldStartTheProgramWithoutAShellWhenRead() throws Exception {
    String check = lines.stream().filter(l -> l.startsWith("HEALTHCHECK ")).findFirst().orElse("");

    assertThat(JSON.readTree(all("ENTRYPOINT").findFirst().orElseThrow()))
        .first()
        .satisfies(word -> assertThat(word.asText()).isEqualTo("java"));
    assertThat(JSON.readTree(all("CMD").findFirst().orElseThrow()).get(0).asText())
        .isEqualTo("run");
    assertThat(JSON.readTree(check.substring(check.indexOf("CMD ") + 4)))
        .last()
        .satisfies(word -> assertThat(word.asText()).isEqualTo("health"));
  }
}
