package midgard.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final Path RECORDING = Path.of("../samples/rathena-session.ndjson.gz");

  private static Comparison comparison(int players, int events) {
    Traffic traffic = new Traffic(TrafficOptions.of(players, 11));
    Comparison comparison = new Comparison();
    for (int i = 0; i < events; i++) {
      comparison.add(traffic.next());
    }
    return comparison;
  }

  @Test
  void shouldEqualTheCommittedTableWhenMeasuredAgain() throws InterruptedException {
    assertThat(Calibration.of(RECORDING)).isEqualTo(Recorded.load());
  }

  @Test
  void shouldKeepEachSharesSizeWhenComparedWithTheRecording() {
    // Rare types are rare in the recording too: a few more or less are chance.
    assertThat(comparison(1000, 300_000).lines())
        .allSatisfy(
            line ->
                assertThat(line.ratio())
                    .as(line.type())
                    .isBetween(line.recorded() < 10 ? 0.6 : 0.9, line.recorded() < 10 ? 1.5 : 1.1));
  }

  @Test
  void shouldBeWithinHalfAPointWhenComparedWithTheRecording() {
    assertThat(comparison(1000, 300_000).largestDifference()).isLessThan(0.6);
  }

  @Test
  void shouldTakeTheRecordingForAPieceOfItselfWhenTestedByChiSquare() {
    // 25 degrees of freedom: 37.7 is passed by chance once in twenty.
    assertThat(comparison(1000, 300_000).chiSquare()).isLessThan(37.7);
  }

  @Test
  void shouldKeepThePlayersPaceWhenTheyAreMany() {
    assertThat(comparison(1000, 300_000).rate() / 1000)
        .isBetween(0.95 * Recorded.load().ratePerPlayer(), 1.05 * Recorded.load().ratePerPlayer());
  }
}
