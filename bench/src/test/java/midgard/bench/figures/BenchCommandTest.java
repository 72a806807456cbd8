package midgard.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchCommandTest {
  private static final int ASKED_WRONGLY = 2;

  private final StringWriter told = new StringWriter();
  private final CommandLine bench =
      new CommandLine(new BenchCommand()).setErr(new PrintWriter(told));

  @Test
  void shouldNameTheFiguresWhenOneIsUnknown() {
    int code = bench.execute("--only", "speed");

    assertThat(code).isEqualTo(ASKED_WRONGLY);
    assertThat(told.toString()).contains("no figure \"speed\"; there are pipeline, rss_idle");
  }

  @ParameterizedTest
  @CsvSource({"visible", "'pipeline,visible'"})
  void shouldRefuseAgentsWhenMoreThanThePipelineIsMeasured(String figures) {
    int code = bench.execute("--agents", "ECONOMY", "--only", figures);

    assertThat(code).isEqualTo(ASKED_WRONGLY);
    assertThat(told.toString()).contains("add --only pipeline");
  }
}
