package midgard.agents.outbox;

import static midgard.agents.outbox.OutboxWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionResult;
import midgard.schemas.outbox.LeaseAction;
import midgard.schemas.outbox.ReportAction;

class OutboxContractTest extends AgentContractTest {
  @Override
  protected List<Agent<?>> agents() {
    return OutboxAgents.of(Settings.DEFAULTS);
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    log.add(tick(START));
    for (int i = 0; i < 12; i++) {
      String key = "key" + i;
      long time = START + i * 20_000L;
      log.add(
          i % 2 == 0
              ? signal(Domain.WORLD, key, time, OutboxWorld.spawn(key))
              : signal(Domain.PLAYER, "150001", time, OutboxWorld.reward(key, 150001, 10)));
      log.add(signal(Domain.WORLD, key, time, new LeaseAction("lease" + i, "midgard-1")));
      if (i % 3 != 0) {
        log.add(signal(Domain.WORLD, key, time, new ReportAction("midgard-1", i % 3 == 1, "")));
      }
      log.add(tick(time + 10_000));
    }
    return log;
  }

  @Override
  protected void assertInvariants(World world) {
    assertThat(world.signals(ActionResult.class)).allMatch(result -> result.getMessage() != null);
    for (int i = 0; i < 12; i++) {
      var state = world.state(new Outbox(new OutboxRules(1, 1, 1)), "key" + i);
      assertThat(state.getTries()).isLessThanOrEqualTo(OutboxRules.TRIES);
      assertThat(state.getEndedAt() != 0).isEqualTo(Outbox.isOver(state));
    }
  }
}
