package midgard.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizedFolderTest {
  @BeforeEach
  void onlyWhereMountingIsAllowed() {
    assumeTrue(SizedFolder.isPossible(), "only root may mount");
  }

  @Test
  void shouldTakeNoMoreBytesUntilEmptiedWhenFull(@TempDir Path dir) throws Exception {
    Path mounted = dir.resolve("small");
    try (SizedFolder disk = SizedFolder.mount(mounted, 1)) {
      disk.fill();

      assertThatThrownBy(() -> Files.write(mounted.resolve("one"), new byte[8192]))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("No space left");

      disk.empty();
      Files.write(mounted.resolve("two"), new byte[8192]);
    }
    assertThat(mounted).isEmptyDirectory();
  }
}
