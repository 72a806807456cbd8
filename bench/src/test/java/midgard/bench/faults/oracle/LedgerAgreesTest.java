package midgard.bench.faults.oracle;

import static midgard.bench.faults.oracle.EvidenceBuilder.flawless;
import static org.assertj.core.api.Assertions.assertThat;

import midgard.bench.faults.evidence.Evidence.TableRows;
import org.junit.jupiter.api.Test;

class LedgerAgreesTest {
  private final LedgerAgrees oracle = new LedgerAgrees();
  private final EvidenceBuilder evidence = flawless();

  private TableRows ledger() {
    return evidence.tables.get("zeny_ledger");
  }

  @Test
  void shouldNameTheEntryWhenItIsOffByOneZeny() {
    ledger().actual().put("boot-2", EvidenceBuilder.row("boot-2", -29));
    assertThat(oracle.judge(evidence.build()))
        .containsExactly(
            "zeny_ledger of player 150101: entry boot-2 is -29, by the events it is -30.");
  }

  @Test
  void shouldNameTheEntryWhenItIsNotThere() {
    ledger().actual().remove("opening:150101");
    assertThat(oracle.judge(evidence.build()))
        .containsExactly(
            "zeny_ledger of player 150101: entry opening:150101 is not there, by the events it is 1000.");
  }

  @Test
  void shouldNameTheEntryWhenNoEventLedToIt() {
    ledger().actual().put("boot-9", EvidenceBuilder.row("boot-9", 5));
    assertThat(oracle.judge(evidence.build()))
        .containsExactly(
            "zeny_ledger of player 150101: entry boot-9 is 5, by the events it is not there.");
  }

  @Test
  void shouldNameThePurseWhenTheApiIsOffByOneZeny() {
    evidence.purses.put(150101L, 1071L);
    assertThat(oracle.judge(evidence.build()))
        .containsExactly(
            "The API says player 150101 has 1071 zeny; 1000 before the first event and 70 by 2 events are 1070.");
  }

  @Test
  void shouldCountAnEventOnceWhenItWasLoggedTwice() {
    evidence.events.add(
        EvidenceBuilder.logged("game.events", 2, "server-1", EvidenceBuilder.zeny(2, -30, 1070)));
    assertThat(oracle.judge(evidence.build())).isEmpty();
  }

  @Test
  void shouldNotBeContentWhenThereWasNothingToJudge() {
    evidence.events.clear();
    assertThat(oracle.judge(evidence.build()))
        .contains("The feed held no zeny_change, so nothing could be judged.");
  }
}
