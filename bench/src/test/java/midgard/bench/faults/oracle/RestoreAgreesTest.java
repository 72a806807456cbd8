package midgard.bench.faults.oracle;

import static midgard.bench.faults.oracle.EvidenceBuilder.ROUTER_STATE;
import static midgard.bench.faults.oracle.EvidenceBuilder.STATE;
import static midgard.bench.faults.oracle.EvidenceBuilder.WINDOW;
import static midgard.bench.faults.oracle.EvidenceBuilder.flawless;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestoreAgreesTest {
  private final RestoreAgrees oracle = new RestoreAgrees();
  private final EvidenceBuilder evidence = flawless();

  @Test
  void shouldNameTheStateWhenItDidNotComeBack() {
    evidence.restored.values().remove(STATE);
    assertThat(oracle.judge(evidence.build()))
        .containsExactly("State " + STATE + " is in the files before, but not in the restored.");
  }

  @Test
  void shouldNameTheStateWhenItCameBackOtherwise() {
    evidence.restored.values().put(ROUTER_STATE, "ff");
    assertThat(oracle.judge(evidence.build()))
        .containsExactly(
            "State " + ROUTER_STATE + " is 0e in the files before, but ff in the restored.");
  }

  @Test
  void shouldNameTheWindowWhenItDidNotComeBack() {
    evidence.restored.windows().remove(WINDOW);
    assertThat(oracle.judge(evidence.build()))
        .containsExactly("Window " + WINDOW + " is in the files before, but not in the restored.");
  }
}
