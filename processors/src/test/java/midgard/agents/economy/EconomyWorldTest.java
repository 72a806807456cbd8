package midgard.agents.economy;

import static midgard.agents.economy.Economy.DAY;
import static midgard.agents.economy.Economy.HOUR;
import static midgard.agents.economy.Economy.MINUTE;
import static midgard.agents.economy.Economy.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.schemas.Domain;
import midgard.schemas.economy.EconomicIndicator;
import midgard.schemas.economy.EconomyFigures;
import midgard.schemas.economy.EconomyHealth;
import midgard.schemas.economy.EconomySnapshot;
import midgard.schemas.economy.EconomyState;
import midgard.schemas.economy.IndexSample;
import midgard.schemas.economy.ItemWindow;
import midgard.schemas.event.PricedItem;
import midgard.schemas.event.Reason;
import midgard.schemas.event.ShopBuy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EconomyWorldTest {
  private final Economy economy = new Economy();

  private List<EconomySnapshot> snapshots() {
    return economy.world.changes(EconomySnapshot.class);
  }

  private EconomySnapshot latest() {
    return snapshots().get(snapshots().size() - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "49, 500001, thriving, 900",
    "49, 500000, stable, 700",
    "50, 500001, stable, 700",
    "99, 100001, stable, 700",
    "99, 100000, struggling, 400",
    "100, 900000, struggling, 400",
    "199, 0, struggling, 400",
    "200, 900000, crisis, 200",
    "-300, 600000, thriving, 900"
  })
  void shouldNameTheHealthWhenInflationAndVolumeAreKnown(
      long inflationMilli, long volume, EconomyHealth health, int score) {
    assertThat(EconomyRules.health(inflationMilli, volume)).isEqualTo(health);
    assertThat(EconomyRules.scoreMilli(health)).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 10000001, 100, 1, inflation",
    "10, 10000000, 201, 100, item_glut",
    "10, 99999, 100, 1, deflation",
    "10, 100000, 200, 100, balanced",
    "10, 500000, 80, 100, balanced",
    "10, 500000, 79, 100, item_scarcity",
    "10, 500000, 5, 0, item_glut",
    "10, 500000, 0, 5, item_scarcity",
    "10, 500000, -5, 0, balanced",
    "0, 0, 0, 0, balanced"
  })
  void shouldNameTheIndicatorInOrderWhenSeveralFit(
      long purses, long zenyPerPlayer, long supply, long demand, EconomicIndicator indicator) {
    assertThat(EconomyRules.indicator(purses, zenyPerPlayer, supply, demand)).isEqualTo(indicator);
  }

  @Test
  void shouldWriteASnapshotOnlyWhenSomethingHasChanged() {
    economy.until(START + 10 * MINUTE);
    assertThat(snapshots()).as("an empty world").isEmpty();

    economy.zeny(150001, START, 500, 1500L, Reason.quest).until(START + 20 * MINUTE);
    assertThat(snapshots()).hasSize(1);

    economy.zeny(150001, START + 1, -100, 1400L, Reason.npc_shop).until(START + 30 * MINUTE);
    assertThat(snapshots()).hasSize(2);
    assertThat(snapshots()).extracting(EconomySnapshot::getSnapshotId).doesNotHaveDuplicates();
    assertThat(latest().getZenyCirculation()).isEqualTo(1400);
    assertThat(latest().getOpeningTotal()).isEqualTo(1000);
    assertThat(latest().getFaucetTotal()).isEqualTo(500);
    assertThat(latest().getSink24h()).isEqualTo(100);
    assertThat(latest().getActivePlayers()).isEqualTo(1);
    assertThat(latest().getEconomicIndicator()).isEqualTo(EconomicIndicator.deflation);
  }

  @Test
  void shouldTellTheFiguresOnceWhenTheyStayTheSame() {
    economy.zeny(150001, START, 500, 1500L, Reason.quest).until(START + HOUR);

    assertThat(economy.world.signals(EconomyFigures.class))
        .containsExactly(new EconomyFigures(1500L, 1500L, 0L, 0L, EconomyHealth.struggling, 400));
  }

  @Test
  void shouldForgetFlowsOfTheDayButNotTheirTotalWhenADayHasPassed() {
    economy.zeny(150001, START, 500, 1500L, Reason.quest).until(START + 23 * HOUR);
    assertThat(latest().getFaucet24h()).isEqualTo(500);

    economy.until(START + 24 * HOUR + MINUTE);

    assertThat(latest().getFaucet24h()).isZero();
    assertThat(latest().getFaucetTotal()).isEqualTo(500);
    assertThat(latest().getActivePlayers()).isZero();
  }

  @Test
  void shouldTakeTheFirstPriceForTheBaseWhenNoDayHasClosed() {
    economy.sell(501, START, 10, 50).until(START + MINUTE);
    assertThat(economy.state().getIndexMilli()).isEqualTo(1000);

    economy.sell(501, START + MINUTE, 10, 100).until(START + 2 * MINUTE);

    assertThat(economy.state().getIndexMilli())
        .as("1500 paid through 1000 at base")
        .isEqualTo(1500);
  }

  @Test
  void shouldTakeTheFirstDaysPriceForTheBaseWhenItHasClosed() {
    economy.sell(501, START, 10, 50).sell(501, START + 1, 30, 70).until(START + HOUR);

    // The day ends at midnight, 12 hours on; two minutes of grace, then the world is told.
    economy.until(START + 12 * HOUR + 3 * MINUTE);

    assertThat(economy.item(501).getBasePriceMilli()).isEqualTo(65_000);
    assertThat(economy.state().getIndexMilli()).isEqualTo(1000);
    economy.until(START + 20 * HOUR).sell(501, START + 20 * HOUR, 1, 90).until(START + 2 * DAY);
    assertThat(economy.item(501).getLastPriceMilli()).isEqualTo(90_000);
    assertThat(economy.item(501).getBasePriceMilli()).as("for good").isEqualTo(65_000);
  }

  @Test
  void shouldWeighItemsByVolumeWhenSeveralAreSold() {
    economy.sell(501, START, 1, 100).sell(502, START, 1, 10);
    economy.sell(501, START + 1000, 9, 200).sell(502, START + 1000, 9, 10);
    economy.until(START + MINUTE);

    // (100 + 1800 + 10 + 90) / (10 * 100 + 10 * 10)
    assertThat(economy.state().getIndexMilli()).isEqualTo(1818);
    assertThat(economy.state().getItems().getZeny()).isEqualTo(2000);
    assertThat(economy.state().getItems().getTraded()).isEqualTo(20);
  }

  @Test
  void shouldMeasureInflationAgainstYesterdayWhenADayOld() {
    economy.sell(501, START, 100, 1000).until(START + HOUR + MINUTE);
    assertThat(EconomyViews.inflationMilli(economy.state(), START + HOUR)).isZero();

    economy.sell(501, START + HOUR, 100, 1300).until(START + 2 * HOUR);
    assertThat(EconomyViews.inflationMilli(economy.state(), START + 2 * HOUR))
        .as("since the first sample while younger than a day")
        .isEqualTo(150);

    // The first sales have left the day's prices; what is a day old is the index of 1150.
    economy.until(START + 26 * HOUR - 5000);
    economy.sell(501, START + 26 * HOUR - 5000, 100, 1380).until(START + 26 * HOUR + 2 * MINUTE);

    long base = economy.item(501).getBasePriceMilli();
    assertThat(base).isEqualTo(1_150_000);
    assertThat(economy.state().getIndexMilli()).isEqualTo(1200);
    assertThat(latest().getInflationRateMilli()).isEqualTo(1200 * 1000 / 1150 - 1000);
    assertThat(latest().getVolume24h()).isEqualTo(138_000);
    assertThat(economy.state().getSamples()).hasSizeLessThanOrEqualTo(26);
  }

  @Test
  void shouldCorrectTheBaseWhenAnEarlierSaleComesLate() {
    economy.sell(501, START + 2000, 10, 80).sell(501, START + 1000, 10, 40);
    economy.until(START + MINUTE);

    assertThat(economy.item(501).getBasePriceMilli()).isEqualTo(40_000);
    assertThat(economy.item(501).getLastPriceMilli()).isEqualTo(80_000);
    assertThat(economy.state().getIndexMilli()).isEqualTo(1500);
  }

  @Test
  void shouldTakeTheSampleThatIsADayOldWhenOlderOnesAreThere() {
    long hour = EconomyRules.hourOf(START);
    EconomyState state =
        EconomyState.newBuilder()
            .setIndexMilli(3000)
            .setSamples(
                List.of(
                    new IndexSample(hour - 25, 1000L),
                    new IndexSample(hour - 24, 2000L),
                    new IndexSample(hour - 23, 2500L)))
            .build();

    assertThat(EconomyViews.inflationMilli(state, START)).isEqualTo(500);
  }

  /** The example of docs/agents/economy.md. */
  @Test
  void shouldComeToTheFiguresOfItsPageWhenTheExampleIsPlayed() {
    economy.zeny(1, START + 5000, 500, 1500L, Reason.quest);
    economy.sell(501, START + 10_000, 10, 50);
    economy.zeny(2, START + 10_000, -500, 2500L, Reason.vending);
    economy.zeny(1, START + 10_000, 500, 2000L, Reason.vending);
    economy.sell(501, START + 20_000, 5, 80);
    economy.zeny(2, START + 20_000, -400, 2100L, Reason.vending);
    economy.zeny(1, START + 20_000, 400, 2400L, Reason.vending);
    economy.zeny(2, START + 40_000, -140, 1960L, Reason.npc_shop);
    ShopBuy buy = new ShopBuy(null, List.of(new PricedItem(501, 2, 70L)), 140L);
    economy.event(Domain.ITEM, "501", START + 40_000, 2, buy);

    economy.until(START + 3 * MINUTE);

    assertThat(latest().getZenyCirculation()).isEqualTo(4360);
    assertThat(latest().getTransferBalance()).isZero();
    assertThat(latest().getPriceIndexMilli()).isEqualTo(1224);
    ItemWindow minute = economy.world.changes(ItemWindow.class).get(0);
    assertThat(minute.getZeny()).isEqualTo(1040);
    assertThat(minute.getVwapMilli()).isEqualTo(61_176);
    assertThat(minute.getMarketZeny()).isEqualTo(900);
    assertThat(minute.getCloseMilli()).isEqualTo(70_000);
  }

  @Test
  void shouldKeepTheLastIndexWhenNothingIsSoldForADay() {
    economy.sell(501, START, 10, 50).sell(501, START + 1, 10, 60).until(START + 10 * HOUR);
    assertThat(economy.state().getIndexMilli()).isEqualTo(1100);

    economy.until(START + 3 * DAY);

    assertThat(latest().getVolume24h()).isZero();
    assertThat(economy.state().getItems().getBaseValue()).isZero();
  }
}
