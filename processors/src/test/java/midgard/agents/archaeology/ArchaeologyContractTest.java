package midgard.agents.archaeology;

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
import midgard.schemas.archaeology.ArchaeologyState;
import midgard.schemas.archaeology.DigSpot;
import midgard.schemas.archaeology.DigSpotsState;
import midgard.schemas.archaeology.DigSpotsTold;
import midgard.schemas.archaeology.SpentTreasureMap;
import midgard.schemas.archaeology.SpotDug;
import midgard.schemas.archaeology.SpotStatus;
import midgard.schemas.archaeology.UnlockSecret;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.NpcInteraction;

class ArchaeologyContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T12:00:00Z");
  private static final String MAP = "prt_fild08";

  @Override
  protected List<Agent<?>> agents() {
    return ArchaeologyAgents.of(Settings.DEFAULTS);
  }

  /** Days with digs on one map, finds of two players, and maps spent. */
  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      long time = START + i * 3_600_000L;
      log.add(tick(time));
      DigSpot spot =
          DigSpot.newBuilder()
              .setSpotId("told-" + i / 10)
              .setMap(MAP)
              .setX(100)
              .setY(100)
              .setRarityMilli(800)
              .setStatus(SpotStatus.active)
              .setSpawnedAt(START)
              .setExpiresAt(time + 3_600_000L)
              .build();
      log.add(world -> tell(world, time, spot));
      long player = 150001 + i % 2;
      log.add(world -> world.event(Domain.MAP, MAP, dig(time + 1, player)));
      log.add(
          signal(
              Domain.PLAYER,
              Long.toString(player),
              time + 2,
              new SpotDug("far-" + i, player, "Ada", MAP, 800, time + 2)));
      log.add(
          signal(Domain.PLAYER, Long.toString(player), time + 3, new UnlockSecret((String) null)));
    }
    return log;
  }

  private static void tell(World world, long time, DigSpot spot) {
    world.message(
        Domain.MAP,
        null,
        new midgard.schemas.inbox.InboxMessage(
            time,
            new midgard.schemas.Cause("test", 0, 0L, "test"),
            "test",
            null,
            new DigSpotsTold(List.of(spot))));
  }

  private static GameEvent dig(long time, long player) {
    NpcInteraction dig =
        NpcInteraction.newBuilder().setNpcName("Dig").setInteraction(Interaction.dig).build();
    return Events.event(time, player, MAP, dig);
  }

  @Override
  protected boolean usesRandomness() {
    return true;
  }

  @Override
  protected void assertInvariants(World world) {
    DigSpotsState spots =
        world.state(new DigSpots(ArchaeologyAgents.rules(Settings.DEFAULTS)), Domain.WORLD_KEY);
    assertThat(spots.getSpots()).hasSizeLessThanOrEqualTo(60);
    assertThat(world.actions()).extracting(GameAction::getIdempotencyKey).doesNotHaveDuplicates();
    assertThat(world.changes(SpentTreasureMap.class))
        .extracting(SpentTreasureMap::getArtifactId)
        .doesNotHaveDuplicates();
    for (long player : List.of(150001L, 150002L)) {
      ArchaeologyState state = world.state(new Digger(), Long.toString(player));
      assertThat(state.getTotalDigs()).isEqualTo(state.getArtifactsFound()).isBetween(30, 36);
    }
  }
}
