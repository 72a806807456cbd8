package midgard.bench.faults.oracle;

import static midgard.bench.faults.oracle.EvidenceBuilder.STATE;
import static midgard.bench.faults.oracle.EvidenceBuilder.TIMER;
import static midgard.bench.faults.oracle.EvidenceBuilder.WINDOW;
import static midgard.bench.faults.oracle.EvidenceBuilder.flawless;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoresAgreeTest {
  private final StoresAgree oracle = new StoresAgree();
  private final EvidenceBuilder evidence = flawless();

  @Test
  void shouldNameTheStateWhenAReplayHasAnotherOne() {
    evidence.replayedStates.values().put(STATE, "ff");
    assertThat(oracle.judge(evidence.build()))
        .containsExactly("State " + STATE + " is 0c in the changelogs, but ff in the replay.");
  }

  @Test
  void shouldNameTheTimerWhenItIsLost() {
    evidence.changelogs.values().remove(TIMER);
    evidence.local.values().remove(TIMER);
    assertThat(oracle.judge(evidence.build()))
        .containsExactly("State " + TIMER + " is not in the changelogs, but in the replay.");
  }

  @Test
  void shouldNameTheWindowWhenTheChangelogHasAnotherOne() {
    evidence.changelogs.windows().put(WINDOW, "ff");
    evidence.local.windows().put(WINDOW, "ff");
    assertThat(oracle.judge(evidence.build()))
        .containsExactly("Window " + WINDOW + " is ff in the changelogs, but 0d in the replay.");
  }

  @Test
  void shouldNameTheStateWhenTheDiskHoldsAnotherOne() {
    evidence.local.values().put(STATE, "fe");
    assertThat(oracle.judge(evidence.build()))
        .containsExactly(
            "State " + STATE + " is fe in the files on disk, but 0c in the changelogs.");
  }

  @Test
  void shouldNameTheWindowWhenTheDiskHoldsOneThatNobodyLogged() {
    evidence.local.windows().put(WINDOW + "0", "0d");
    assertThat(oracle.judge(evidence.build()))
        .containsExactly(
            "Window " + WINDOW + "0 is in the files on disk, but not in the changelogs.");
  }

  @Test
  void shouldAllowThatTheDiskForgetsOldWindows() {
    evidence.changelogs.windows().put(WINDOW + "9", "0d");
    evidence.replayedStates.windows().put(WINDOW + "9", "0d");
    assertThat(oracle.judge(evidence.build())).isEmpty();
  }

  @Test
  void shouldNotBeContentWhenTheDiskHoldsNoWindowAtAll() {
    evidence.local.windows().clear();
    assertThat(oracle.judge(evidence.build()))
        .containsExactly("The changelogs hold windows, and there is none in the files on disk.");
  }

  @Test
  void shouldNameTheStoreWhenItsFilesCannotBeRead() {
    unreadable();
    assertThat(oracle.judge(evidence.build()))
        .containsExactly("The files of player-0 economy-player cannot be read: checksum");
  }

  @Test
  void shouldAllowUnreadableFilesWhenTheScenarioHurtThem() {
    unreadable();
    evidence.filesHurt = true;
    assertThat(oracle.judge(evidence.build())).isEmpty();
  }

  private void unreadable() {
    evidence.local.values().remove(STATE);
    evidence.local.unreadable().put("player-0 economy-player ", "checksum");
  }
}
