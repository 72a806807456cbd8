package midgard.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {
  @Test
  void shouldTellTheStolenShareWhenLookedAtTwice() throws IOException {
    // Given 200 ticks in between, 30 of them stolen; those of guests are in user's
    ProcessorTime before = ProcessorTime.parse("cpu  1000 1 100 5000 10 0 5 400 70 0");
    ProcessorTime later = ProcessorTime.parse("cpu  1100 2 120 5040 15 1 8 430 99 9");
    // Then
    assertThat(before.stolenPercentUntil(later)).isCloseTo(15, within(1e-9));
  }

  @Test
  void shouldSayWhatIsExpectedWhenTheLineIsAnother() {
    assertThatThrownBy(() -> ProcessorTime.parse("intr 1 2 3"))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "/proc/stat should begin with \"cpu\" and 8 numbers, and begins with \"intr 1 2 3\"");
  }

  @Test
  void shouldReadThisMachineWhenAskedNow() {
    ProcessorTime now = ProcessorTime.now();
    assertThat(now.all()).isPositive();
    assertThat(now.stolen()).isBetween(0L, now.all());
  }
}
