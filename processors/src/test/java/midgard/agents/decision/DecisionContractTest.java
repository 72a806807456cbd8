package midgard.agents.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.mind.ReasoningDepth;
import midgard.schemas.Domain;
import midgard.schemas.consciousness.MoodLine;
import midgard.schemas.consciousness.WorldMood;
import midgard.schemas.decision.EntityDecision;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.memory.NpcPlaced;

class DecisionContractTest extends AgentContractTest {
  private static final long START = DecisionsTest.START;
  private static final List<String> NPCS = List.of("Althea", "Gate Guard", "Weapon Dealer");

  @Override
  protected List<Agent<?>> agents() {
    return DecisionAgents.of(Settings.DEFAULTS);
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    log.add(tick(START));
    log.add(
        signal(
            Domain.NPC, "Althea", START, new NpcPlaced("Althea", "Althea", "prt_fild08", 90, 90)));
    MoodLine line =
        new MoodLine("boss", "1", "A boss", "prt_fild08", 9, START, 0L, false, List.of());
    log.add(
        signal(
            Domain.NPC,
            null,
            START,
            WorldMood.newBuilder().setLines(List.of(line)).setToldAt(START).build()));
    for (int i = 0; i < 30; i++) {
      long time = START + i * 20_000L;
      for (String npc : NPCS) {
        log.add(
            event(
                Domain.NPC,
                npc,
                time,
                150001 + i % 3,
                "prt_fild08",
                new NpcInteraction(null, npc, Interaction.values()[i % 3], null)));
      }
      log.add(tick(time + 10_000));
    }
    return log;
  }

  @Override
  protected boolean usesRandomness() {
    return true;
  }

  @Override
  protected void assertInvariants(World world) {
    assertThat(world.changes(EntityDecision.class))
        .allMatch(decision -> decision.getPriority() >= 1 && decision.getPriority() <= 10)
        .allMatch(decision -> decision.getComplexityMilli() <= 1000);
    for (String npc : NPCS) {
      assertThat(world.state(new Decisions(ReasoningDepth.DEEP), npc).getRecent())
          .hasSizeLessThanOrEqualTo(DecisionRules.REMEMBERED);
    }
  }
}
