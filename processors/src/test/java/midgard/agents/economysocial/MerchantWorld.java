package midgard.agents.economysocial;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.agents.economy.EconomyWorld;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.economy.EconomyState;
import midgard.schemas.economy.ItemRank;
import midgard.schemas.economy.ItemShare;
import midgard.schemas.economysocial.Good;
import midgard.schemas.economysocial.MerchantState;
import midgard.schemas.event.PricedItem;
import midgard.schemas.event.ShopBuy;

/** A world of the merchants alone, whose economy is what the test says. */
final class MerchantWorld {
  static final long START = World.at("2026-11-22T00:00:00Z");
  static final long HOUR = 3_600_000;

  final World world = new World(EconomySocialAgents.of(Settings.DEFAULTS));
  private final EconomyState economy = EconomyState.newBuilder().build();

  MerchantWorld() {
    world.tick(START);
  }

  /** 10 active players who have so much each. */
  MerchantWorld zenyEach(long zeny) {
    economy.setPurses(10);
    economy.setActivePlayers(10);
    economy.setOpening(10 * zeny);
    return put();
  }

  /** Pieces of an item in the last 24 hours; the only item, as far as the world's sums go. */
  MerchantWorld item(int item, long supply, long demand) {
    ItemRank rank = new ItemRank(item, supply, demand, 0L);
    economy.setFarmed(new ArrayList<>(List.of(rank)));
    economy.setScarce(new ArrayList<>(demand > supply ? List.of(rank) : List.of()));
    economy.setItems(ItemShare.newBuilder().setSupply(supply).setDemand(demand).build());
    return put();
  }

  private MerchantWorld put() {
    world.put(EconomyWorld.STATE, Domain.WORLD_KEY, economy);
    return this;
  }

  /** Lets the clock tick every hour up to so many hours after the start. */
  MerchantWorld hours(long hours) {
    world.tickTo(START + hours * HOUR, HOUR);
    return this;
  }

  void buy(long time, long player, int item, int amount, long price) {
    ShopBuy buy = new ShopBuy("Shop", List.of(new PricedItem(item, amount, price)), amount * price);
    world.event(Domain.PLAYER, Long.toString(player), Events.event(time, player, "prontera", buy));
    world.event(Domain.ITEM, Integer.toString(item), Events.event(time, player, "prontera", buy));
  }

  void answer(String key, ActionOutcome outcome, long time) {
    world.answer(
        Merchants.STATE.id(),
        Domain.WORLD,
        Domain.WORLD_KEY,
        time,
        new ActionResult(key, outcome, ""));
  }

  MerchantState state() {
    return world.state(
        new Merchants(new MerchantRules(java.time.Duration.ofHours(6), 200, 10_000_000, 150)),
        Domain.WORLD_KEY);
  }

  Good good(int item) {
    return Goods.find(state(), item).orElseThrow();
  }
}
