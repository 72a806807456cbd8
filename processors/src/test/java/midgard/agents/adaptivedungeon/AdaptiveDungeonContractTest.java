package midgard.agents.adaptivedungeon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.adaptivedungeon.DungeonCompletion;
import midgard.schemas.adaptivedungeon.DungeonRunsState;
import midgard.schemas.event.FloorClear;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.InstanceEnter;
import midgard.schemas.event.InstanceLeave;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.NpcInteraction;

class AdaptiveDungeonContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T12:00:00Z");

  @Override
  protected List<Agent<?>> agents() {
    return AdaptiveDungeonAgents.of(Settings.DEFAULTS);
  }

  /** Every four hours a party goes in; the odd ones come out half way. */
  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    log.add(tick(START));
    for (int i = 0; i < 12; i++) {
      long time = START + i * 14_400_000L;
      long party = 70 + i;
      long game = 900 + i;
      log.add(tick(time));
      log.add(
          world -> {
            GameEvent ask =
                Events.event(
                    time + 1,
                    150001,
                    "prontera",
                    NpcInteraction.newBuilder()
                        .setNpcName("Dungeon Master")
                        .setInteraction(Interaction.talk)
                        .build());
            ask.setPartyId(party);
            world.event(Domain.NPC, "Dungeon Master", ask);
          });
      for (long player : List.of(150001L, 150002L)) {
        log.add(
            event(
                Domain.WORLD,
                Domain.WORLD_KEY,
                time + 1000,
                player,
                "1@dun",
                InstanceEnter.newBuilder().setInstanceId(game).setPartyId(party).build()));
      }
      for (int floor = 1; floor <= (i % 2 == 0 ? 10 : 3); floor++) {
        log.add(
            event(
                Domain.WORLD,
                Domain.WORLD_KEY,
                time + 2000 + floor,
                150001,
                "1@dun",
                FloorClear.newBuilder().setInstanceId(game).setFloor(floor).build()));
      }
      for (long player : List.of(150001L, 150002L)) {
        log.add(
            event(
                Domain.WORLD,
                Domain.WORLD_KEY,
                time + 9000,
                player,
                "1@dun",
                InstanceLeave.newBuilder().setInstanceId(game).build()));
      }
    }
    log.add(tick(START + 12 * 14_400_000L));
    return log;
  }

  @Override
  protected boolean usesRandomness() {
    return true;
  }

  @Override
  protected void assertInvariants(World world) {
    DungeonRunsState state =
        world.state(
            new DungeonRuns(AdaptiveDungeonAgents.rules(Settings.DEFAULTS)), Domain.WORLD_KEY);
    assertThat(world.actions()).extracting(GameAction::getIdempotencyKey).doesNotHaveDuplicates();
    assertThat(world.changes(DungeonCompletion.class))
        .allSatisfy(row -> assertThat(row.getFloorsCleared()).isBetween(1, 10))
        .extracting(row -> row.getInstanceId() + ":" + row.getPlayerId())
        .doesNotHaveDuplicates();
    assertThat(state.getRanks())
        .isSortedAccordingTo((a, b) -> Long.compare(a.getTimeTaken(), b.getTimeTaken()));
  }
}
