package midgard.agents.worldevent;

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
import midgard.schemas.event.MvpParticipant;
import midgard.schemas.world.WorldFigures;
import midgard.schemas.worldevent.EventParticipation;
import midgard.schemas.worldevent.EventRun;
import midgard.schemas.worldevent.WorldEventStatus;
import org.assertj.core.api.Condition;

class WorldEventContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T12:00:00Z");

  @Override
  protected List<Agent<?>> agents() {
    return WorldEventAgents.of(Settings.DEFAULTS);
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    WorldFigures figures =
        new WorldFigures(4, 60, 120L, List.of(), 2_000_000_000L, List.of("prontera"), List.of());
    log.add(tick(START - 1000));
    log.add(signal(Domain.WORLD, Domain.WORLD_KEY, START, figures));
    for (int i = 0; i < 60; i++) {
      long time = START + i * 900_000L;
      log.add(tick(time));
      long player = 150001 + i % 3;
      MonsterKill kill = MonsterKill.newBuilder().setMonsterId(1002).build();
      log.add(event(Domain.PLAYER, Long.toString(player), time + 1, player, "prontera", kill));
      MvpKill mvp =
          MvpKill.newBuilder()
              .setMvpId(1115)
              .setParticipants(List.of(new MvpParticipant(150003L, 10L, 0)))
              .build();
      log.add(event(Domain.PLAYER, Long.toString(player), time + 2, player, "prontera", mvp));
      log.add(event(Domain.PLAYER, "150003", time + 2, player, "prontera", mvp));
      log.add(tick(time + 10_000));
    }
    // The last kill is not settled yet, so that the players' part holds something.
    long last = START + 59 * 900_000L + 60_000;
    log.add(tick(last));
    MonsterKill kill = MonsterKill.newBuilder().setMonsterId(1002).build();
    log.add(event(Domain.PLAYER, "150001", last + 1, 150001, "prontera", kill));
    return log;
  }

  @Override
  protected boolean usesRandomness() {
    return true;
  }

  @Override
  protected void assertInvariants(World world) {
    var state = world.state(new WorldEvents(new WorldEventRules(1, 1751)), Domain.WORLD_KEY);
    assertThat(state.getEvents().stream().map(EventRun::getStatus))
        .areAtMost(1, new Condition<>(WorldEventStatus.active::equals, "active"));
    assertThat(world.changes(EventParticipation.class))
        .extracting(row -> row.getEventId() + ":" + row.getPlayerId())
        .doesNotHaveDuplicates();
    assertThat(world.actions()).extracting(GameAction::getIdempotencyKey).doesNotHaveDuplicates();
  }
}
