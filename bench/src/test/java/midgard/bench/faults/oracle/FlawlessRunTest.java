package midgard.bench.faults.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.bench.faults.Oracle;
import midgard.bench.faults.Oracles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlawlessRunTest {
  static List<Oracle> oracles() {
    return Oracles.all();
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void shouldFindNothingWhenNothingIsWrong(Oracle oracle) {
    assertThat(oracle.judge(EvidenceBuilder.flawless().build())).as(oracle.name()).isEmpty();
  }

  @Test
  void shouldHaveNamesOfTheirOwn() {
    assertThat(Oracles.all()).extracting(Oracle::name).doesNotHaveDuplicates();
  }
}
