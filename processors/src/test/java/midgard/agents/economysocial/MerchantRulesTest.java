package midgard.agents.economysocial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import midgard.schemas.economy.EconomicIndicator;
import midgard.schemas.economysocial.Offering;
import midgard.schemas.economysocial.SinkKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerchantRulesTest {
  private final MerchantRules rules = new MerchantRules(Duration.ofHours(6), 200, 10_000_000, 150);

  @ParameterizedTest
  @CsvSource({
    "10,100000010,0,0,0,inflation",
    "10,100000000,0,0,0,balanced",
    "10,999999,0,0,0,deflation",
    "10,1000000,0,0,0,balanced",
    "10,5000000,151,0,0,inflation",
    "10,5000000,150,0,0,balanced",
    "10,5000000,0,201,100,item_glut",
    "10,5000000,0,200,100,balanced",
    "10,5000000,0,79,100,item_scarcity",
    "10,5000000,0,80,100,balanced",
    "0,0,0,0,0,balanced"
  })
  void shouldNameTheFirstThatFitsWhenFiguresAreTested(
      long active,
      long circulation,
      long inflation,
      long supply,
      long demand,
      EconomicIndicator expected) {
    assertThat(rules.indicator(new Figures(active, circulation, inflation, supply, demand)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "10000001,0,1",
    "11000000,0,100",
    "15000000,0,500",
    "20000000,0,1000",
    "90000000,0,1000",
    "0,300,1000",
    "11000000,225,500"
  })
  void shouldMeasureHowBadItIsWhenThereIsInflation(long zeny, long inflation, int severity) {
    assertThat(rules.severityMilli(new Figures(1, zeny, inflation, 0, 0))).isEqualTo(severity);
  }

  @ParameterizedTest
  @CsvSource({
    "701,card_packs",
    "700,refinement_bonus",
    "401,refinement_bonus",
    "400,cosmetic_sale",
    "201,cosmetic_sale",
    "200,luxury_buffs",
    "1,luxury_buffs"
  })
  void shouldOpenTheKindThatTheSeverityAsksForWhenItIsAtABound(int severity, SinkKind kind) {
    assertThat(SinkOffers.of(severity).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "1000,100000000000,250000000",
    "500,100000000000,100000000",
    "1000,100000000,25000000",
    "1000,-5,0"
  })
  void shouldAimAtItsPartOfTheMoneyWhenTheTargetIsSet(int severity, long money, long target) {
    assertThat(SinkOffers.of(severity).target(severity, money)).isEqualTo(target);
  }

  @Test
  void shouldChargeMoreAndAllowLessWhenItIsWorse() {
    assertThat(SinkOffers.of(1000).offerings(1000))
        .contains(new Offering(616, "Old Card Album", 150_000L, 5));
    assertThat(SinkOffers.of(500).offerings(500))
        .containsExactly(
            new Offering(984, "Oridecon", 625L, 6), new Offering(985, "Elunium", 1250L, 6));
  }

  @Test
  void shouldStayWithinTheOperatorsStepWhenItIsSmaller() {
    MerchantRules small = new MerchantRules(Duration.ofHours(6), 30, 10_000_000, 150);

    assertThat(small.move(EconomicIndicator.inflation))
        .isEqualTo(new MerchantRules.Move(30, 30, true));
    assertThat(rules.move(EconomicIndicator.item_glut))
        .isEqualTo(new MerchantRules.Move(50, 200, false));
  }
}
