package midgard.agents.economysocial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.agents.economy.EconomyWorld;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.economy.ItemShare;
import midgard.schemas.economy.ItemShareChanged;
import midgard.schemas.economy.PurseChanged;
import midgard.schemas.economysocial.MerchantState;
import midgard.schemas.event.PricedItem;
import midgard.schemas.event.ShopBuy;

class EconomySocialContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T00:00:00Z");

  @Override
  protected List<Agent<?>> agents() {
    List<Agent<?>> agents = new ArrayList<>(List.of(new EconomyWorld()));
    agents.addAll(EconomySocialAgents.of(Settings.DEFAULTS));
    return agents;
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    log.add(tick(START));
    log.add(world(START + 1, new PurseChanged(1, 40_000_000L, 1, 0L, List.of())));
    for (int hour = 1; hour <= 31; hour++) {
      long time = START + hour * 3_600_000L;
      ItemShare glut = ItemShare.newBuilder().setSupply(50).setDemand(3).build();
      log.add(world(time - 2, new ItemShareChanged(909 + hour, glut, glut)));
      log.add(tick(time));
      for (int item : new int[] {501, 603, 616, 1750}) {
        PricedItem line = new PricedItem(item, hour, 100L);
        ShopBuy buy = new ShopBuy(null, List.of(line), hour * 100L);
        log.add(event(Domain.ITEM, "" + item, time + 5, 150001 + hour % 3, "prontera", buy));
        String player = Long.toString(150001 + hour % 3);
        log.add(event(Domain.PLAYER, player, time + 5, 150001 + hour % 3, "prontera", buy));
      }
      log.add(tick(time + 1000));
    }
    return log;
  }

  private static Step world(long time, org.apache.avro.specific.SpecificRecord signal) {
    return signal(Domain.WORLD, Domain.WORLD_KEY, time, signal);
  }

  @Override
  protected boolean usesRandomness() {
    return true;
  }

  @Override
  protected void assertInvariants(World world) {
    MerchantState state =
        MerchantState.class.cast(
            world.state(EconomySocialAgents.of(Settings.DEFAULTS).get(0), "world"));
    assertThat(state.getGoods()).hasSizeLessThanOrEqualTo(Goods.MOST);
    assertThat(state.getGoods())
        .allSatisfy(
            good ->
                assertThat(good.getPrice())
                    .isBetween((good.getBasePrice() + 1) / 2, 3 * good.getBasePrice()));
    assertThat(state.getSinks()).hasSizeLessThanOrEqualTo(5);
    assertThat(Sinks.running(state)).hasSizeLessThanOrEqualTo(1);
    assertThat(state.getAdvice()).hasSizeLessThanOrEqualTo(20);
    assertThat(world.actions()).extracting(GameAction::getIdempotencyKey).doesNotHaveDuplicates();
  }
}
