package midgard.agents.faction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.event.CastleCapture;
import midgard.schemas.event.Donation;
import midgard.schemas.event.DonationTarget;
import midgard.schemas.event.PvpKill;
import midgard.schemas.event.PvpMode;
import midgard.schemas.event.QuestComplete;
import midgard.schemas.faction.Faction;
import midgard.schemas.faction.FactionAction;
import midgard.schemas.faction.FactionDeed;
import midgard.schemas.faction.FactionImpact;
import midgard.schemas.faction.FactionScore;
import midgard.schemas.faction.FactionSum;
import midgard.schemas.faction.Standing;

class FactionContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T12:00:00Z");

  @Override
  protected List<Agent<?>> agents() {
    return FactionAgents.of(Settings.DEFAULTS);
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    log.add(tick(START));
    for (int i = 0; i < 12; i++) {
      long time = START + i * 14_400_000L;
      long player = 150001 + i % 3;
      String key = Long.toString(player);
      Faction faction = Faction.values()[i % 3];
      for (int j = 0; j < 6; j++) {
        log.add(
            signal(
                Domain.PLAYER,
                key,
                time,
                new FactionDeed(faction, FactionAction.quest_complete, "deed")));
      }
      log.add(event(Domain.PLAYER, key, time + 1, player, "gl_knt01", Factions.kill(1900 + i)));
      log.add(
          event(
              Domain.PLAYER,
              key,
              time + 2,
              player,
              "prontera",
              new QuestComplete(7000 + i, null, faction.name())));
      log.add(
          event(
              Domain.PLAYER,
              key,
              time + 3,
              player,
              "prontera",
              new Donation(DonationTarget.faction, 500L, faction.name())));
      log.add(
          event(
              Domain.PLAYER,
              Long.toString(150001 + (i + 1) % 3),
              time + 4,
              player,
              "prtg_cas01",
              new PvpKill(150001L + (i + 1) % 3, PvpMode.gvg)));
      log.add(
          event(Domain.PLAYER, key, time + 5, player, "prtg_cas01", new CastleCapture(i, 5L, 5L)));
      log.add(
          signal(
              Domain.WORLD,
              Domain.WORLD_KEY,
              time + 6,
              new FactionImpact(
                  List.of(new FactionSum(faction, i % 4 == 3 ? -2_500_000L : 1_500_000L, 1L)))));
      log.add(tick(time + 300_000));
    }
    return log;
  }

  @Override
  protected void assertInvariants(World world) {
    FactionRules rules = FactionAgents.rules(Settings.DEFAULTS);
    for (long player = 150001; player <= 150003; player++) {
      var state = world.state(new Allegiance(rules), Long.toString(player));
      assertThat(state.getDefendedToday()).hasSizeLessThanOrEqualTo(10);
      for (Standing standing : state.getStandings()) {
        assertThat(standing.getReputation()).isBetween(0, 10_000);
        assertThat(standing.getTier()).isEqualTo(FactionRules.tier(standing.getReputation()));
        assertThat(standing.getHighestTier()).isBetween(standing.getTier(), 5);
      }
    }
    for (FactionScore score : world.state(new BalanceOfPower(rules), "world").getScores()) {
      assertThat(score.getScoreMilli()).isBetween(-10_000_000L, 10_000_000L);
    }
    assertThat(world.actions()).extracting(GameAction::getIdempotencyKey).doesNotHaveDuplicates();
  }
}
