package midgard.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JvmTest {
  @Test
  void shouldMeasureWithTheFlagsOfMakeRunWhenAWorldIsStarted() throws IOException {
    String makefile = Files.readString(Path.of("../Makefile")).replaceAll("\\\\\n\\s*", "");
    // Left out only where the system has none, which a JVM would complain of.
    String flags = makefile.replace("$(HUGE_PAGES)", "-XX:+UseTransparentHugePages");
    assertThat(flags).contains("\nWORLD_FLAGS := " + String.join(" ", Jvm.SHIPPED) + "\n");
  }
}
