package midgard.agents.karma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.event.Alignment;
import midgard.schemas.event.Donation;
import midgard.schemas.event.DonationTarget;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.QuestComplete;
import midgard.schemas.event.SkillUse;
import midgard.schemas.karma.DeedsOfDay;
import midgard.schemas.karma.GlobalKarmaState;
import midgard.schemas.karma.KarmaAction;
import midgard.schemas.karma.KarmaDeed;
import midgard.schemas.karma.KarmaImpact;
import midgard.schemas.karma.PlayerKarmaState;

class KarmaContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T12:00:00Z");

  @Override
  protected List<Agent<?>> agents() {
    return KarmaAgents.of(Settings.DEFAULTS);
  }

  @Override
  protected boolean usesRandomness() {
    return true;
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    log.add(tick(START));
    for (int i = 0; i < 8; i++) {
      long time = START + i * 14_400_000L;
      long player = 150001 + i % 3;
      String key = Long.toString(player);
      log.add(event(Domain.PLAYER, key, time, player, "prontera", new PlayerLogin(null)));
      log.add(event(Domain.PLAYER, key, time + 1, player, "prt_fild08", Deeds.kill(1002 + i % 2)));
      log.add(event(Domain.PLAYER, key, time + 2, player, "gl_knt01", Deeds.kill(1900 + i)));
      log.add(
          event(
              Domain.PLAYER,
              key,
              time + 3,
              player,
              "prontera",
              new NpcInteraction(
                  null, "Tamarin", i % 2 == 0 ? Interaction.help : Interaction.attack, null)));
      log.add(
          event(
              Domain.PLAYER,
              key,
              time + 4,
              player,
              "prontera",
              new Donation(DonationTarget.temple, 1000L, null)));
      log.add(
          event(
              Domain.PLAYER,
              key,
              time + 5,
              player,
              "prontera",
              new SkillUse(28, "player", 150009L, 500L)));
      log.add(
          event(
              Domain.PLAYER,
              key,
              time + 6,
              player,
              "prontera",
              new QuestComplete(7000 + i, i % 2 == 0 ? Alignment.good : Alignment.evil, null)));
      log.add(
          signal(
              Domain.PLAYER, key, time + 7, new KarmaDeed(KarmaAction.use_forbidden_skill, "x")));
      log.add(
          signal(
              Domain.WORLD,
              Domain.WORLD_KEY,
              time + 8,
              new KarmaImpact(i % 2 == 0 ? 4_000_000L : -4_000_000L, 1L, 1L)));
      log.add(tick(time + 6000));
    }
    return log;
  }

  @Override
  protected void assertInvariants(World world) {
    KarmaRules rules = KarmaAgents.rules(Settings.DEFAULTS);
    for (long player = 150001; player <= 150003; player++) {
      PlayerKarmaState state = world.state(new Conduct(rules), Long.toString(player));
      assertThat(state.getKarmaMilli()).isBetween(-10_000_000L, 10_000_000L);
      assertThat(state.getPending()).hasSizeLessThan(40);
      for (DeedsOfDay deeds : state.getDeeds()) {
        assertThat(deeds.getCount()).isBetween(1, 10);
        assertThat(deeds.getTargets()).hasSizeLessThanOrEqualTo(10).doesNotHaveDuplicates();
      }
    }
    GlobalKarmaState state = world.state(new MoralBalance(rules), Domain.WORLD_KEY);
    assertThat(state.getKarmaMilli()).isBetween(-10_000_000L, 10_000_000L);
  }
}
