package midgard.agents.reputation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.reputation.LeaderboardState;
import midgard.schemas.reputation.Merit;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.reputation.ReputationKind;

class ReputationContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T12:00:00Z");

  @Override
  protected List<Agent<?>> agents() {
    return ReputationAgents.of(Settings.DEFAULTS);
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      long time = START + i * 7_200_000L;
      String player = Long.toString(150001 + i % 3);
      ReputationKind kind = ReputationKind.values()[i % 5];
      log.add(
          event(Domain.PLAYER, player, time, 150001 + i % 3, "prontera", new PlayerLogin(null)));
      log.add(
          signal(
              Domain.PLAYER,
              player,
              time,
              new ReputationGain(kind, 1 + i * 37, "test", "object-" + i)));
      log.add(tick(time + 1000));
    }
    return log;
  }

  @Override
  protected void assertInvariants(World world) {
    for (long player = 150001; player <= 150003; player++) {
      var state = world.state(new Reputation(new ReputationRules(500)), Long.toString(player));
      long influence = 0;
      for (Merit merit : state.getMerits()) {
        assertThat(merit.getToday()).isBetween(0, 500);
        influence += merit.getPoints() * ReputationRules.weightMilli(merit.getKind());
      }
      assertThat(state.getInfluenceMilli()).isEqualTo(influence);
    }
    LeaderboardState board = world.state(new Leaderboard(), Domain.WORLD_KEY);
    assertThat(board.getRanks()).hasSizeLessThanOrEqualTo((int) board.getTotalPlayers());
  }
}
