package midgard.agents.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.mind.ReasoningDepth;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.action.MoveNpc;
import midgard.schemas.decision.DecisionOutcome;
import midgard.schemas.decision.DecisionState;
import midgard.schemas.decision.EntityDecision;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.memory.NpcPlaced;
import org.junit.jupiter.api.Test;

class DecisionsTest {
  static final long START = World.at("2026-11-22T12:00:00Z");
  static final String NPC = "Althea";
  private static final long SECOND = 1000;

  private final World world = new World(DecisionAgents.of(Settings.DEFAULTS));

  DecisionsTest() {
    world.tick(START);
  }

  private void talk(long after) {
    world.event(
        Domain.NPC,
        NPC,
        Events.event(
            START + after,
            150001,
            "prt_fild08",
            new NpcInteraction(null, NPC, Interaction.talk, null)));
  }

  private void place(int x, int y) {
    world.signal(Domain.NPC, NPC, START, new NpcPlaced(NPC, NPC, "prt_fild08", x, y));
  }

  private List<EntityDecision> decisions() {
    return world.changes(EntityDecision.class);
  }

  private DecisionState state() {
    return world.state(new Decisions(ReasoningDepth.DEEP), NPC);
  }

  @Test
  void shouldDecideWhenSomebodyTurnsToIt() {
    talk(0);

    assertThat(decisions()).hasSize(1);
  }

  @Test
  void shouldDecideOnceWhenManyTurnToItAtOnce() {
    for (int i = 0; i < 20; i++) {
      talk(i);
    }

    assertThat(decisions()).hasSize(1);
  }

  @Test
  void shouldGoOnDecidingEveryMinuteWhenSomebodyWasThereLately() {
    talk(0);

    world.tickTo(START + 5 * 60 * SECOND, SECOND);

    assertThat(decisions()).hasSize(6);
  }

  @Test
  void shouldStopDecidingWhenNobodyWasThereForTenMinutes() {
    talk(0);

    world.tickTo(START + 60 * 60 * SECOND, SECOND);

    assertThat(decisions()).hasSizeLessThanOrEqualTo(11);
  }

  @Test
  void shouldNeverAskToMoveWhenTheGameOwnsTheNpc() {
    talk(0);

    world.tickTo(START + 9 * 60 * SECOND, SECOND);

    assertThat(world.actions(MoveNpc.class)).isEmpty();
  }

  @Test
  void shouldMoveNoFurtherThanFifteenCellsWhenTheWorldPutItThere() {
    place(100, 100);
    talk(0);

    world.tickTo(START + 9 * 60 * SECOND, SECOND);

    assertThat(world.actions(MoveNpc.class))
        .isNotEmpty()
        .allMatch(move -> Math.abs(move.getX() - 100) <= 15 && Math.abs(move.getY() - 100) <= 15);
  }

  @Test
  void shouldStandWhereItWasMovedWhenTheGameHasDoneIt() {
    place(100, 100);
    talk(0);
    world.tickTo(START + 9 * 60 * SECOND, SECOND);
    MoveNpc move = world.actions(MoveNpc.class).get(0);
    String key =
        world.actions().stream()
            .filter(action -> action.getPayload() == move)
            .findFirst()
            .orElseThrow()
            .getIdempotencyKey();

    world.answer(
        Decisions.STATE.id(),
        Domain.NPC,
        NPC,
        START,
        new ActionResult(key, ActionOutcome.completed, ""));

    assertThat(state().getX()).isEqualTo(move.getX());
    assertThat(world.changes(DecisionOutcome.class)).hasSize(1);
  }

  @Test
  void shouldStandWhereItStoodWhenTheGameDidNotMoveIt() {
    place(100, 100);
    talk(0);
    world.tickTo(START + 9 * 60 * SECOND, SECOND);

    world.answer(
        Decisions.STATE.id(),
        Domain.NPC,
        NPC,
        START,
        new ActionResult(
            world.actions().get(0).getIdempotencyKey(), ActionOutcome.failed, "Blocked."));

    assertThat(state().getX()).isEqualTo(100);
    assertThat(world.changes(DecisionOutcome.class).get(0).getMessage()).isEqualTo("Blocked.");
  }
}
