package midgard.agents.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.model.ModelCost;
import midgard.schemas.model.ModelSpent;
import midgard.schemas.model.ModelTier;

class ModelsContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T12:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-22");

  @Override
  protected List<Agent<?>> agents() {
    return ModelAgents.of(Settings.DEFAULTS);
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      long time = START + i * 1000L;
      LocalDate day = DAY.plusDays(i % 2);
      ModelSpent spent =
          new ModelSpent(
              "r-" + i,
              "agent-" + i % 3,
              (int) day.toEpochDay(),
              "deepseek",
              "deepseek-chat",
              ModelTier.values()[i % 5],
              100L,
              20L,
              140L);
      log.add(tick(time));
      log.add(signal(Domain.WORLD, ModelCosts.key(day), time, spent));
    }
    return log;
  }

  @Override
  protected void assertInvariants(World world) {
    for (LocalDate day : List.of(DAY, DAY.plusDays(1))) {
      for (ModelCost cost : world.state(new ModelCosts(), ModelCosts.key(day)).getCosts()) {
        assertThat(cost.getRequests()).isPositive();
        assertThat(cost.getCostMicroUsd()).isEqualTo(cost.getRequests() * 140);
      }
    }
  }
}
