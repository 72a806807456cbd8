package midgard.agents.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.World;
import midgard.mind.ReasoningDepth;
import midgard.schemas.Domain;
import midgard.schemas.dialogue.DialogueState;
import midgard.schemas.dialogue.PlayerInteraction;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.model.ModelAnswer;
import midgard.schemas.model.ModelTier;

class DialogueContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T12:00:00Z");

  @Override
  protected List<Agent<?>> agents() {
    return List.of(new Dialogue(true, true, ReasoningDepth.DEEP));
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    Interaction[] kinds = Interaction.values();
    for (int i = 0; i < 60; i++) {
      long time = START + i * 500L;
      NpcInteraction met =
          new NpcInteraction(
              null, "Kafra", kinds[i % kinds.length], i % 2 == 0 ? "hello" : "what?");
      log.add(event(Domain.NPC, "Kafra", time, 150001 + i % 3, "prontera", met));
      log.add(tick(time + 1));
      log.add(world -> world.requests().forEach(request -> answer(world, request.getPurpose())));
    }
    return log;
  }

  private static void answer(World world, String purpose) {
    ModelAnswer answer =
        ModelAnswer.newBuilder()
            .setRequestId("r")
            .setPurpose(purpose)
            .setText("Other words.")
            .setTier(ModelTier.model)
            .build();
    world.signal(Domain.NPC, "Kafra", START, answer);
  }

  @Override
  protected boolean usesRandomness() {
    return true;
  }

  @Override
  protected void assertInvariants(World world) {
    DialogueState state = world.state(new Dialogue(true, true, ReasoningDepth.DEEP), "Kafra");
    assertThat(state.getReplies()).hasSizeLessThanOrEqualTo(20);
    assertThat(state.getLawMilli()).isBetween(-1000, 1000);
    assertThat(state.getMoralMilli()).isBetween(-1000, 1000);
    assertThat(world.changes(PlayerInteraction.class))
        .allMatch(row -> row.getRevision() <= 2 && !row.getNpcResponse().isBlank());
  }
}
