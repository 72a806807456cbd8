package midgard.agents.economy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.economy.EconomyState;
import midgard.schemas.economy.ItemShare;
import midgard.schemas.economy.ItemWindow;
import midgard.schemas.economy.PurseState;
import midgard.schemas.economy.ReasonFlow;
import midgard.schemas.event.ItemChange;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.Reason;
import midgard.schemas.event.ZenyChange;

class EconomyContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T22:00:00Z");
  private static final int ITEMS = 3;
  private static final int PLAYERS = 3;

  @Override
  protected List<Agent<?>> agents() {
    return EconomyAgents.of(Settings.DEFAULTS);
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    Reason[] reasons = {Reason.script, Reason.trade, Reason.npc_shop, Reason.bank};
    for (int i = 0; i < 40; i++) {
      long time = START + i * 7 * 60_000L;
      int item = 501 + i % ITEMS;
      long player = 150001 + i % PLAYERS;
      String key = Long.toString(player);
      String itemKey = Integer.toString(item);
      Long balance = i % 5 == 0 ? null : 1_000_000L + i;
      log.add(event(Domain.PLAYER, key, time, player, "prontera", new PlayerLogin(null)));
      log.add(
          event(
              Domain.PLAYER,
              key,
              time + 1,
              player,
              "prontera",
              new ZenyChange(i % 2 == 0 ? 70L * i : -90L * i, balance, reasons[i % 4], null)));
      log.add(
          event(Domain.ITEM, itemKey, time + 2, player, "", Economy.sale(item, 1 + i % 9, 40 + i)));
      log.add(
          event(
              Domain.ITEM,
              itemKey,
              time + 3,
              player,
              "prontera",
              new ItemChange(
                  item, i % 3 == 0 ? -1 : 2, i % 3 == 0 ? Reason.consume : Reason.loot)));
      log.add(tick(time + 1000));
    }
    log.add(tick(START + 6 * 3_600_000L));
    log.add(tick(START + 6 * 3_600_000L + 60_000));
    return log;
  }

  @Override
  protected void assertInvariants(World world) {
    // What was told last is told at the next tick, so the world lags behind by no more than one.
    world.tick(START + 7 * 3_600_000L);
    world.tick(START + 7 * 3_600_000L + 1000);
    assertThatTheWorldIsTheSumOfItsPurses(world);
    assertThatTheWorldIsTheSumOfItsItems(world);
    Set<String> windows = new HashSet<>();
    for (ItemWindow window : world.changes(ItemWindow.class)) {
      assertThat(window.getTrades()).isPositive();
      assertThat(window.getLowMilli()).isLessThanOrEqualTo(window.getVwapMilli());
      assertThat(window.getVwapMilli()).isLessThanOrEqualTo(window.getHighMilli());
      assertThat(window.getOpenMilli()).isBetween(window.getLowMilli(), window.getHighMilli());
      assertThat(window.getCloseMilli()).isBetween(window.getLowMilli(), window.getHighMilli());
      assertThat(windows.add(window.getItemId() + window.getSize() + window.getWindowStart()))
          .as("a window closes once")
          .isTrue();
    }
  }

  private static void assertThatTheWorldIsTheSumOfItsPurses(World world) {
    EconomyState economy = world.state(new EconomyWorld(), Domain.WORLD_KEY);
    long opening = 0;
    long balances = 0;
    int purses = 0;
    List<ReasonFlow> flows = new ArrayList<>();
    for (long player = 150001; player < 150001 + PLAYERS; player++) {
      PurseState purse = world.state(new Purse(), Long.toString(player));
      opening += purse.getOpening();
      balances += purse.getLedgerBalance();
      purses += purse.getOpened() ? 1 : 0;
      purse.getFlows().forEach(flow -> Flows.add(flows, flow));
    }
    assertThat(economy.getOpening()).isEqualTo(opening);
    assertThat(economy.getPurses()).isEqualTo(purses);
    assertThat(economy.getFlows()).isEqualTo(flows);
    ReasonFlow total = Flows.sum(flows);
    assertThat(EconomyViews.circulation(economy))
        .isEqualTo(opening + total.getFaucet() - total.getSink())
        .isEqualTo(balances - total.getTransferIn() + total.getTransferOut());
  }

  private static void assertThatTheWorldIsTheSumOfItsItems(World world) {
    ItemShare sum = ItemShare.newBuilder().build();
    for (int item = 501; item < 501 + ITEMS; item++) {
      var state = world.state(new SupplyAndDemand(), Integer.toString(item));
      sum = ItemHours.plus(sum, state.getTold(), 1);
    }
    EconomyState economy = world.state(new EconomyWorld(), Domain.WORLD_KEY);
    assertThat(economy.getItems()).isEqualTo(sum);
  }
}
