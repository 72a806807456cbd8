package midgard.agents.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.problem.ProblemState;
import midgard.schemas.problem.ProblemStatus;
import midgard.schemas.world.WorldFigures;

class ProblemContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T22:00:00Z");

  @Override
  protected List<Agent<?>> agents() {
    return ProblemAgents.of(Settings.DEFAULTS);
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    for (int hour = 0; hour < 50; hour++) {
      long time = START + hour * 3_600_000L;
      WorldFigures figures =
          new WorldFigures(20, 60, 0L, List.of(), 0L, List.of("prt_fild08", "prontera"), List.of());
      log.add(signal(Domain.WORLD, Domain.WORLD_KEY, time, figures));
      log.add(tick(time));
      for (int i = 0; i < 5; i++) {
        long at = time + 1 + i;
        long player = 150001 + i % 3;
        for (String map : List.of("prt_fild08", "prontera")) {
          MonsterKill kill = MonsterKill.newBuilder().setMonsterId(1002 + i).build();
          log.add(event(Domain.MAP, map, at, player, map, kill));
          MvpKill mvp = MvpKill.newBuilder().setMvpId(1115).build();
          log.add(event(Domain.MAP, map, at, player, map, mvp));
        }
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
    ProblemState state = world.state(new DailyProblem(), Domain.WORLD_KEY);
    var problem = state.getCurrent();
    assertThat(problem.getTotalPoints()).isEqualTo(Contributions.points(state.getContributions()));
    assertThat(problem.getStatus() == ProblemStatus.completed)
        .isEqualTo(problem.getTotalPoints() >= problem.getRequiredPoints());
    assertThat(world.actions()).extracting(GameAction::getIdempotencyKey).doesNotHaveDuplicates();
    assertThat(state.getRecent()).hasSizeLessThanOrEqualTo(4);
  }
}
