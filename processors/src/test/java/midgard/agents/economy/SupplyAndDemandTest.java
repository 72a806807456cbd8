package midgard.agents.economy;

import static midgard.agents.economy.Economy.HOUR;
import static midgard.agents.economy.Economy.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import midgard.schemas.Domain;
import midgard.schemas.economy.ItemRank;
import midgard.schemas.economy.ItemShare;
import midgard.schemas.event.ItemPickup;
import midgard.schemas.event.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupplyAndDemandTest {
  private final Economy economy = new Economy();

  private ItemShare share(int item) {
    return EconomyViews.lastDay(economy.day(item), economy.item(item), START);
  }

  @ParameterizedTest
  @CsvSource({
    "pickup, 3, 3, 0",
    "loot, 3, 3, 0",
    "mvp, 3, 3, 0",
    "steal, 3, 3, 0",
    "quest, 3, 3, 0",
    "quest, -3, 0, 3",
    "script, -3, 0, 3",
    "command, 3, 3, 0",
    "produce, 3, 3, 0",
    "produce, -3, 0, 3",
    "consume, -3, 0, 3",
    "npc_shop, 3, 3, 0",
    "npc_shop, -3, 0, 3",
    "trade, 3, 0, 0",
    "vending, -3, 0, 0",
    "buying_store, 3, 0, 0",
    "storage, 3, 0, 0",
    "guild_storage, -3, 0, 0",
    "mail, -3, 0, 0",
    "other, 3, 0, 0"
  })
  void shouldCountPiecesByReasonWhenABagChanges(
      Reason reason, int amount, long supply, long demand) {
    economy.move(501, START, amount, reason);

    assertThat(share(501).getSupply()).isEqualTo(supply);
    assertThat(share(501).getDemand()).isEqualTo(demand);
  }

  @Test
  void shouldCountAPieceOnceWhenItIsThrownAwayAndPickedUpAgain() {
    economy
        .move(501, START, 10, Reason.pickup)
        .move(501, START + 1, -4, Reason.drop)
        .move(501, START + 2, 4, Reason.pickup);

    assertThat(share(501).getSupply()).isEqualTo(10);
    assertThat(share(501).getDemand()).isZero();
  }

  @Test
  void shouldCountOneFactOnceWhenItIsToldByTwoEvents() {
    economy
        .event(Domain.ITEM, "501", START, 150001, new ItemPickup(501, 4))
        .move(501, START + 1, 4, Reason.pickup);

    assertThat(share(501).getSupply()).isEqualTo(4);
  }

  @Test
  void shouldForgetAnHourWhenItIsADayOld() {
    economy.move(501, START, 7, Reason.pickup).move(501, START + HOUR, 5, Reason.pickup);
    economy.until(START + HOUR + 10_000);
    assertThat(economy.state().getItems().getSupply()).isEqualTo(12);

    economy.until(START + 24 * HOUR - 5000);
    assertThat(economy.state().getItems().getSupply()).isEqualTo(12);

    economy.until(START + 24 * HOUR);
    assertThat(economy.state().getItems().getSupply()).isEqualTo(5);

    economy.until(START + 25 * HOUR);
    assertThat(economy.state().getItems().getSupply()).isZero();
    assertThat(economy.day(501).getHours()).isEmpty();
    assertThat(economy.state().getFarmed()).isEmpty();
  }

  @Test
  void shouldCountAMoveAsAheadWhenTheServersClockIsADayOff() {
    economy.move(501, START + 24 * HOUR, 7, Reason.pickup);

    assertThat(economy.item(501).getAhead()).isEqualTo(1);
    assertThat(economy.day(501).getHours()).isEmpty();
  }

  @Test
  void shouldNotCountAMoveWhenItComesADayLate() {
    economy.until(START + 24 * HOUR).move(501, START, 7, Reason.pickup);

    assertThat(economy.day(501).getHours()).isEmpty();
  }

  @Test
  void shouldNameTheTenMostFarmedWhenMoreAreFarmed() {
    IntStream.rangeClosed(1, 120).forEach(i -> economy.move(500 + i, START, i, Reason.loot));
    economy.until(START + 60_000);

    assertThat(EconomyViews.snapshot(economy.state(), "", START).getTopFarmedItems())
        .extracting(ItemRank::getItemId)
        .containsExactly(620, 619, 618, 617, 616, 615, 614, 613, 612, 611);
    assertThat(economy.state().getFarmed()).hasSize(EconomyRules.PLACES);
  }

  @Test
  void shouldNameTheScarceWhenMoreIsUsedThanComesIn() {
    economy.move(501, START, 10, Reason.loot).move(501, START, -15, Reason.consume);
    economy.move(502, START, -9, Reason.consume);
    economy.move(503, START, 9, Reason.loot).move(503, START, -9, Reason.consume);
    economy.until(START + 60_000);

    assertThat(EconomyViews.snapshot(economy.state(), "", START).getScarceItems())
        .containsExactly(new ItemRank(502, 0L, 9L, 0L), new ItemRank(501, 10L, 15L, 0L));
  }

  @Test
  void shouldTellTheWorldOnceWhenMuchHappensInFiveSeconds() {
    IntStream.range(0, 50).forEach(i -> economy.move(501, START + i, 1, Reason.loot));
    economy.until(START + 30_000);

    assertThat(economy.world.signals(midgard.schemas.economy.ItemShareChanged.class)).hasSize(1);
    assertThat(economy.state().getItems().getSupply()).isEqualTo(50);
  }
}
