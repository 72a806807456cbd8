package midgard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceIdTest {
  @TempDir private Path folder;

  @Test
  void shouldStayTheSameWhenTheStateIsStillThere() {
    String first = InstanceId.keptIn(folder.resolve("streams"));

    assertThat(InstanceId.keptIn(folder.resolve("streams"))).isEqualTo(first).isNotBlank();
  }

  @Test
  void shouldDifferWhenTheStateIsAnothers() {
    assertThat(InstanceId.keptIn(folder.resolve("one")))
        .isNotEqualTo(InstanceId.keptIn(folder.resolve("other")));
  }
}
