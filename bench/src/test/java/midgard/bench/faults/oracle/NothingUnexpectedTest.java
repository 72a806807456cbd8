package midgard.bench.faults.oracle;

import static midgard.bench.faults.oracle.EvidenceBuilder.flawless;
import static midgard.bench.faults.oracle.EvidenceBuilder.letter;
import static midgard.bench.faults.oracle.EvidenceBuilder.logged;
import static org.assertj.core.api.Assertions.assertThat;

import midgard.bench.faults.evidence.ExpectedLetter;
import org.junit.jupiter.api.Test;

class NothingUnexpectedTest {
  private static final ExpectedLetter PLANTED = new ExpectedLetter("game.events", 0, 5, "");

  private final NothingUnexpected oracle = new NothingUnexpected();
  private final EvidenceBuilder evidence = flawless();

  @Test
  void shouldQuoteTheReasonWhenADeadLetterIsThatNobodyPlanted() {
    evidence.deadLetters.add(logged("dead.letters", 0, "k", letter("game.events", 5, null)));
    assertThat(oracle.judge(evidence.build()))
        .containsExactly(
            "Unexpected dead letter at dead.letters-0@0 for game.events-0@5: It is no event.");
  }

  @Test
  void shouldNameThePlaceWhenWhatWasPlantedIsNotInTheDeadLetters() {
    evidence.expectedLetters.add(PLANTED);
    assertThat(oracle.judge(evidence.build()))
        .containsExactly("No dead letter for what was planted at game.events-0@5.");
  }

  @Test
  void shouldNameThePlaceWhenADeadLetterIsThereTwice() {
    evidence.expectedLetters.add(PLANTED);
    evidence.deadLetters.add(logged("dead.letters", 0, "k", letter("game.events", 5, null)));
    evidence.deadLetters.add(logged("dead.letters", 1, "k", letter("game.events", 5, null)));
    assertThat(oracle.judge(evidence.build()))
        .containsExactly(
            "The dead letter for game.events-0@5 is there twice, again at dead.letters-0@1.");
  }

  @Test
  void shouldSayHowManyWhenSequencesAreMissing() {
    evidence.missingSequences = 3;
    assertThat(oracle.judge(evidence.build()))
        .containsExactly("The world misses 3 sequences; every event was fed.");
  }

  @Test
  void shouldNameTheAgentWhenItFailedByItself() {
    evidence.agentFailures.put("economy-player", 2L);
    assertThat(oracle.judge(evidence.build()))
        .containsExactly("Agent economy-player failed 2 times.");
  }

  @Test
  void shouldNameTheAgentWhenItFailedInTheReplay() {
    evidence.failures.add(new ExpectedLetter("inbox.player", 0, 1, "economy-player"));
    assertThat(oracle.judge(evidence.build()))
        .containsExactly("In the replay an agent failed: inbox.player-0@1 (agent economy-player)");
  }
}
