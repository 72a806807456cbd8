package midgard.bench.figures;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class IntakeCheckTest {
  private static final Scrape BEFORE = scrape(100, 100, 0, 0);

  private static Scrape scrape(double appended, double routed, double repeats, double rejected) {
    return new Scrape(
        Map.of(
            "midgard_produce_appended_total", appended,
            "midgard_router_accepted_total", routed,
            "midgard_router_duplicates_total", repeats,
            "midgard_router_rejected_total", rejected));
  }

  @Test
  void shouldBelieveTheFigureWhenAllCountsAgree() {
    assertThatCode(() -> IntakeCheck.of(BEFORE, scrape(150, 150, 0, 0), 50, 50).require())
        .doesNotThrowAnyException();
  }

  @Test
  void shouldRefuseTheFigureWhenFewerWereAcceptedThanSent() {
    assertThatThrownBy(() -> IntakeCheck.of(BEFORE, scrape(150, 150, 0, 0), 51, 50).require())
        .isInstanceOf(FigureRefused.class)
        .hasMessageContaining("of 51 events sent, 50 were accepted");
  }

  @Test
  void shouldRefuseTheFigureWhenTheRouterHasSeenFewer() {
    assertThatThrownBy(() -> IntakeCheck.of(BEFORE, scrape(150, 149, 0, 0), 50, 50).require())
        .isInstanceOf(FigureRefused.class)
        .hasMessageContaining("49 routed");
  }

  @Test
  void shouldRefuseTheFigureWhenTheRouterFoundADuplicate() {
    assertThatThrownBy(() -> IntakeCheck.of(BEFORE, scrape(150, 150, 1, 0), 50, 50).require())
        .isInstanceOf(FigureRefused.class)
        .hasMessageContaining("1 duplicates");
  }

  @Test
  void shouldRefuseReadsWhenMostAreOfNothing() {
    assertThatThrownBy(() -> ApiFigure.requireAnswers(Map.of(200, 90L, 404, 10L)))
        .isInstanceOf(FigureRefused.class)
        .hasMessageContaining("10 with 404");
  }

  @Test
  void shouldRefuseReadsWhenOneWasNotAnswered() {
    assertThatThrownBy(() -> ApiFigure.requireAnswers(Map.of(200, 99L, 0, 1L)))
        .isInstanceOf(FigureRefused.class);
  }
}
