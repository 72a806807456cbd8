package midgard.agents.treasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.action.GiveReward;
import midgard.schemas.treasure.ClaimCard;
import midgard.schemas.treasure.FragmentsFound;
import midgard.schemas.treasure.Treasure;

class TreasureContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T18:00:00Z");

  @Override
  protected List<Agent<?>> agents() {
    return TreasureWorld.agents();
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    for (int hour = 0; hour < 40; hour++) {
      long time = START + hour * 3_600_000L;
      int finds = hour;
      log.add(tick(time));
      log.add(
          world -> {
            TreasureWorld treasures = new TreasureWorld(world);
            List<Treasure> all = treasures.all();
            for (int i = 0; i < Math.min(2, all.size()); i++) {
              treasures.dig(all.get(all.size() - 1 - i), 1, 150001 + finds % 2, time + 10);
              treasures.dig(all.get(all.size() - 1 - i), 0, 150002, time + 11);
            }
          });
      log.add(signal(Domain.PLAYER, "150001", time + 20, new FragmentsFound("t" + hour, 30)));
      log.add(signal(Domain.PLAYER, "150001", time + 30, new ClaimCard("r" + hour)));
    }
    return log;
  }

  @Override
  protected boolean usesRandomness() {
    return true;
  }

  @Override
  protected void assertInvariants(World world) {
    TreasureWorld treasures = new TreasureWorld(world);
    assertThat(treasures.purse(150001).getFragments()).isNotNegative();
    assertThat(treasures.all()).hasSizeLessThanOrEqualTo(30);
    assertThat(
            world.actions().stream()
                .filter(action -> action.getPayload() instanceof GiveReward)
                .map(action -> action.getIdempotencyKey()))
        .doesNotHaveDuplicates();
  }
}
