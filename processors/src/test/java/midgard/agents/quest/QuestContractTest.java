package midgard.agents.quest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.action.GiveReward;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.ItemPickup;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.quest.QuestState;

class QuestContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T22:00:00Z");
  private static final String PLAYER = "150001";

  @Override
  protected List<Agent<?>> agents() {
    return QuestWorld.agents();
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    List<String> maps = List.of("prontera", "prt_fild08", "prt_fild05", "izlude", "geffen");
    for (int hour = 0; hour < 30; hour++) {
      long time = START + hour * 3_600_000L;
      log.add(tick(time));
      for (int i = 0; i < 6; i++) {
        long at = time + 10 * i;
        String map = maps.get((hour + i) % maps.size());
        var ask = QuestWorld.words("Villager " + i % 3, Interaction.quest);
        log.add(event(Domain.PLAYER, PLAYER, at + 1, 150001, "prontera", ask));
        var kill = MonsterKill.newBuilder().setMonsterId(1002).build();
        log.add(event(Domain.PLAYER, PLAYER, at + 2, 150001, map, kill));
        log.add(event(Domain.PLAYER, PLAYER, at + 3, 150001, map, new ItemPickup(909, 3)));
        log.add(event(Domain.PLAYER, PLAYER, at + 4, 150001, map, new MapChange("prontera", map)));
      }
    }
    return log;
  }

  @Override
  protected boolean usesRandomness() {
    return true;
  }

  @Override
  protected void assertInvariants(World world) {
    QuestState state = world.state(new Quests(60_000), PLAYER);
    assertThat(state.getOpen()).hasSizeLessThanOrEqualTo(5);
    assertThat(state.getPast()).hasSizeLessThanOrEqualTo(20);
    assertThat(
            world.actions().stream()
                .filter(action -> action.getPayload() instanceof GiveReward)
                .map(action -> action.getIdempotencyKey()))
        .doesNotHaveDuplicates()
        .hasSize(state.getCompleted());
  }
}
