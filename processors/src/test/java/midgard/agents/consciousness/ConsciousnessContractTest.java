package midgard.agents.consciousness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.mind.ReasoningDepth;
import midgard.schemas.Domain;
import midgard.schemas.consciousness.ConsciousnessState;
import midgard.schemas.consciousness.Happening;
import midgard.schemas.consciousness.HappeningEnded;
import midgard.schemas.consciousness.PastHappening;
import midgard.schemas.consciousness.WorldMood;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedOutcome;
import midgard.schemas.storyline.DeedShare;

class ConsciousnessContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T12:00:00Z");

  @Override
  protected List<Agent<?>> agents() {
    return ConsciousnessAgents.of(Settings.DEFAULTS);
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      long time = START + i * 600_000L;
      String topic = i % 3 == 0 ? "problem" : "weather";
      Happening happening =
          new Happening(topic, "h" + i % 40, "Text " + i, "", i % 12, time, time + i * 120_000L);
      log.add(signal(Domain.WORLD, Domain.WORLD_KEY, time, happening));
      if (i % 4 == 0) {
        HappeningEnded end = new HappeningEnded(topic, "h" + i % 40);
        log.add(signal(Domain.WORLD, Domain.WORLD_KEY, time + 1, end));
      }
      if (i % 6 == 0) {
        Deed deed =
            new Deed(
                DeedKind.problem,
                "h" + i,
                "Deed",
                "geffen",
                List.of(new DeedShare(150001L, 3)),
                3L,
                DeedOutcome.success);
        log.add(signal(Domain.WORLD, Domain.WORLD_KEY, time + 2, deed));
      }
      log.add(tick(time + 1000));
    }
    return log;
  }

  @Override
  protected void assertInvariants(World world) {
    ConsciousnessState state =
        world.state(
            new Consciousness(new ConsciousnessRules(ReasoningDepth.DEEP, true)), Domain.WORLD_KEY);
    assertThat(state.getPresent()).hasSizeLessThanOrEqualTo(30);
    assertThat(state.getPlan()).hasSizeLessThanOrEqualTo(3);
    Map<String, Long> ofTopic =
        state.getPast().stream()
            .collect(Collectors.groupingBy(PastHappening::getTopic, Collectors.counting()));
    assertThat(ofTopic.values()).allMatch(count -> count <= 10);
    List<WorldMood> moods = world.signals(WorldMood.class);
    for (int i = 1; i < moods.size(); i++) {
      assertThat(moods.get(i).getToldAt() - moods.get(i - 1).getToldAt())
          .isGreaterThanOrEqualTo(60_000);
    }
    assertThat(moods).allMatch(mood -> mood.getLines().size() <= 20);
  }
}
