package midgard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceIdTest {
  @TempDir private Path folder;

  @Test
  void shouldStayTheSameWhenTheStateIsStillThere() {
    String first = InstanceId.keptBeside(folder.resolve("streams"));

    assertThat(InstanceId.keptBeside(folder.resolve("streams"))).isEqualTo(first).isNotBlank();
  }

  @Test
  void shouldStayTheSameWhenTheStateIsLost() throws IOException {
    Path state = Files.createDirectories(folder.resolve("streams"));
    String first = InstanceId.keptBeside(state);
    Files.delete(state);

    assertThat(InstanceId.keptBeside(state)).isEqualTo(first);
  }

  @Test
  void shouldDifferWhenTheStateIsAnothers() {
    assertThat(InstanceId.keptBeside(folder.resolve("one")))
        .isNotEqualTo(InstanceId.keptBeside(folder.resolve("other")));
  }

  @Test
  void shouldBeMadeAnewWhenItIsDamaged() throws IOException {
    Path state = folder.resolve("streams");
    Files.write(InstanceId.file(state), new byte[] {(byte) 0xff});

    String taken = InstanceId.keptBeside(state);

    assertThat(taken).matches("[A-Za-z0-9_-]{22}");
    assertThat(InstanceId.keptBeside(state)).isEqualTo(taken);
  }
}
