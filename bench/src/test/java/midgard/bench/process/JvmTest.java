package midgard.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JvmTest {
  @Test
  void shouldMeasureWithTheFlagsOfMakeRunWhenAWorldIsStarted() throws IOException {
    assertThat(Files.readString(Path.of("../Makefile")).replaceAll("\\\\\n\\s*", ""))
        .contains("\nWORLD_FLAGS := " + String.join(" ", Jvm.SHIPPED) + "\n");
  }
}
