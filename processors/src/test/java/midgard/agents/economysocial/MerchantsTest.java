package midgard.agents.economysocial;

import static midgard.agents.economysocial.MerchantWorld.HOUR;
import static midgard.agents.economysocial.MerchantWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.GameAction;
import midgard.schemas.action.SetMapFlag;
import midgard.schemas.action.UpdateEconomy;
import midgard.schemas.economy.EconomicIndicator;
import midgard.schemas.economysocial.AdjustmentStatus;
import midgard.schemas.economysocial.DropRateRecommendation;
import midgard.schemas.economysocial.PriceAdjustment;
import midgard.schemas.economysocial.SinkStatus;
import midgard.schemas.economysocial.ZenySinkEvent;
import org.junit.jupiter.api.Test;

class MerchantsTest {
  private final MerchantWorld merchants = new MerchantWorld();

  @Test
  void shouldRaiseEveryPriceAndOpenASinkWhenThereIsInflation() {
    merchants.zenyEach(12_000_000).hours(6);

    assertThat(merchants.state().getIndicator()).isEqualTo(EconomicIndicator.inflation);
    assertThat(merchants.world.changes(PriceAdjustment.class))
        .hasSize(15)
        .allSatisfy(
            row -> {
              assertThat(row.getNewPrice() - row.getOldPrice())
                  .isBetween(row.getOldPrice() * 9 / 100, row.getOldPrice() / 5);
              assertThat(row.getReason()).isEqualTo(EconomicIndicator.inflation);
            });
    assertThat(merchants.world.changes(ZenySinkEvent.class))
        .singleElement()
        .satisfies(row -> assertThat(row.getSeverityMilli()).isEqualTo(200));
  }

  @Test
  void shouldLowerPricesWhenThereIsDeflation() {
    merchants.zenyEach(50_000).hours(6);

    assertThat(merchants.world.changes(PriceAdjustment.class))
        .hasSize(15)
        .allSatisfy(row -> assertThat(row.getNewPrice()).isLessThan(row.getOldPrice()));
    assertThat(merchants.state().getSinks()).isEmpty();
  }

  @Test
  void shouldLowerOnlyTheGluttedGoodWhenThereIsTooMuchOfIt() {
    merchants.zenyEach(1_000_000).item(607, 300, 100).hours(6);

    assertThat(merchants.state().getIndicator()).isEqualTo(EconomicIndicator.item_glut);
    assertThat(merchants.world.changes(PriceAdjustment.class))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.getItemId()).isEqualTo(607);
              assertThat(row.getNewPrice()).isBetween(4000L, 4750L);
            });
  }

  @Test
  void shouldRaiseOnlyTheScarceGoodWhenThereIsTooLittleOfIt() {
    merchants.zenyEach(1_000_000).item(607, 30, 100).hours(6);

    assertThat(merchants.world.actions(UpdateEconomy.class))
        .singleElement()
        .satisfies(
            update -> {
              assertThat(update.getItemId()).isEqualTo(607);
              assertThat(update.getPrice()).isBetween(5250L, 6000L);
              assertThat(update.getStock()).isNull();
            });
  }

  @Test
  void shouldDoNothingWhenTheEconomyIsBalancedOrUnknown() {
    merchants.hours(6);
    merchants.zenyEach(1_000_000).item(607, 100, 100).hours(12);

    assertThat(merchants.world.actions()).isEmpty();
    assertThat(merchants.world.changes()).isEmpty();
  }

  @Test
  void shouldGoOnFromTheLastPriceWhenTheIndicatorStaysForDays() {
    merchants.zenyEach(50_000).hours(24 * 10);

    // Never below half of the base, however long it lasts.
    assertThat(merchants.good(607).getPrice()).isEqualTo(2500);
    assertThat(merchants.good(616).getPrice()).isEqualTo(50_000);
  }

  @Test
  void shouldTakeThePriceBackWhenTheGameDidNotDoIt() {
    merchants.zenyEach(1_000_000).item(607, 30, 100).hours(6);
    GameAction action = merchants.world.actions().get(0);
    merchants.answer(action.getIdempotencyKey(), ActionOutcome.expired, START + 8 * HOUR);

    assertThat(merchants.good(607).getPrice()).isEqualTo(5000);
    assertThat(merchants.world.changes(PriceAdjustment.class))
        .extracting(PriceAdjustment::getStatus)
        .containsExactly(AdjustmentStatus.requested, AdjustmentStatus.failed);
  }

  @Test
  void shouldKeepThePriceWhenTheGameSaysThatItWasDone() {
    merchants.zenyEach(1_000_000).item(607, 30, 100).hours(6);
    GameAction action = merchants.world.actions().get(0);
    merchants.answer(action.getIdempotencyKey(), ActionOutcome.completed, START + 8 * HOUR);

    assertThat(merchants.good(607).getPrice()).isGreaterThan(5000);
    assertThat(merchants.state().getOpenAdjustments()).isEmpty();
  }

  @Test
  void shouldSetTheDropsBackWhenTheGlutIsOver() {
    merchants.zenyEach(1_000_000).item(909, 300, 10).hours(6);
    merchants.item(909, 100, 100).hours(12);

    assertThat(merchants.world.actions(SetMapFlag.class))
        .containsExactly(
            new SetMapFlag("*", "item_drop_rate:909", 500),
            new SetMapFlag("*", "item_drop_rate:909", 1000));
    assertThat(merchants.state().getRates()).isEmpty();
  }

  @Test
  void shouldAskAgainWhenADropRateWasNotSet() {
    merchants.zenyEach(1_000_000).item(909, 300, 10).hours(6);
    String key = merchants.world.actions().get(0).getIdempotencyKey();
    merchants.answer(key, ActionOutcome.failed, START + 7 * HOUR);
    merchants.hours(12);

    assertThat(merchants.world.actions(SetMapFlag.class)).hasSize(2);
    merchants.answer(
        merchants.world.actions().get(1).getIdempotencyKey(),
        ActionOutcome.completed,
        START + 13 * HOUR);
    assertThat(merchants.world.changes(DropRateRecommendation.class))
        .extracting(DropRateRecommendation::getApplied)
        .containsExactly(false, false, true);
  }

  @Test
  void shouldStockShopsOnceADayWhenSomethingWasSold() {
    merchants.buy(START + 10, 150001, 501, 300, 50);
    merchants.hours(48);

    assertThat(merchants.world.actions(UpdateEconomy.class))
        .containsExactly(new UpdateEconomy(null, 501, 50L, 600));
  }

  @Test
  void shouldLearnAGoodWhenAShopSellsIt() {
    merchants.buy(START + 10, 150001, 1750, 20, 4);
    merchants.zenyEach(50_000).hours(6);

    assertThat(merchants.good(1750).getBasePrice()).isEqualTo(4);
    assertThat(merchants.state().getGoods()).hasSize(16);
  }

  @Test
  void shouldKeepFiftyGoodsWhenShopsSellMore() {
    for (int item = 2001; item <= 2060; item++) {
      merchants.buy(START + item, 150001, item, item, 40);
    }
    merchants.hours(1);

    assertThat(merchants.state().getGoods()).hasSize(Goods.MOST);
    assertThat(Goods.find(merchants.state(), 2060)).isPresent();
    assertThat(Goods.find(merchants.state(), 2001)).isEmpty();
  }

  @Test
  void shouldEndASinkAtItsInstantWhenItsTimeIsOver() {
    merchants.zenyEach(30_000_000).hours(6);
    var sink = merchants.state().getSinks().get(0);
    assertThat(sink.getSeverityMilli()).isEqualTo(1000);
    assertThat(MerchantView.active(merchants.state(), sink.getEndsAt() - 1)).hasSize(1);
    assertThat(MerchantView.active(merchants.state(), sink.getEndsAt())).isEmpty();
    merchants.zenyEach(1_000_000);
    merchants.world.tick(sink.getEndsAt() - 1);
    assertThat(merchants.state().getSinks().get(0).getStatus()).isEqualTo(SinkStatus.active);

    merchants.world.tick(sink.getEndsAt());

    assertThat(merchants.state().getSinks().get(0).getStatus()).isEqualTo(SinkStatus.expired);
    assertThat(merchants.world.actions(UpdateEconomy.class))
        .filteredOn(update -> MerchantEffects.SINK_SHOP.equals(update.getShopName()))
        .filteredOn(update -> update.getStock() == 0)
        .hasSize(3);
  }

  @Test
  void shouldNotOpenASecondSinkWhenOneRuns() {
    merchants.zenyEach(12_000_000).hours(6);
    merchants.world.tick(START + 12 * HOUR - 1);

    assertThat(merchants.state().getSinks()).hasSize(1);
  }
}
