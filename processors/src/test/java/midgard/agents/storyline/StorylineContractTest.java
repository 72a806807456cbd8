package midgard.agents.storyline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.action.GameAction;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.ItemPickup;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.MvpParticipant;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedOutcome;
import midgard.schemas.storyline.DeedShare;
import midgard.schemas.storyline.GenerateArc;
import midgard.schemas.storyline.StoryParticipant;
import midgard.schemas.storyline.StorylineState;
import org.apache.avro.specific.SpecificRecord;

class StorylineContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-21T12:00:00Z");
  private static final String MAP = "prt_fild08";

  @Override
  protected List<Agent<?>> agents() {
    return StorylineAgents.of(Settings.DEFAULTS);
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    log.add(tick(START));
    for (int step = 1; step <= 60; step++) {
      long time = START + step * 6 * 3_600_000L;
      for (int i = 0; i < 4; i++) {
        long player = 150001 + i;
        MonsterKill kill = MonsterKill.newBuilder().setMonsterId(1002).build();
        MonsterKill boss = MonsterKill.newBuilder().setMonsterId(1917).build();
        log.add(player(time + 4 * i, player, MAP, kill));
        log.add(player(time + 4 * i + 1, player, "gef_fild07", boss));
        log.add(player(time + 4 * i + 2, player, MAP, new ItemPickup(705, 7)));
        log.add(player(time + 4 * i + 3, player, MAP, new MapChange(MAP, "gef_fild07")));
      }
      NpcInteraction talk =
          NpcInteraction.newBuilder()
              .setNpcName("Captain Aldric")
              .setInteraction(Interaction.help)
              .build();
      log.add(player(time + 20, 150001, "prontera", talk));
      log.add(world(time + 21, deed(step)));
      if (step % 25 == 0) {
        GenerateArc again =
            GenerateArc.newBuilder().setForce(true).setRequestedId("asked-" + step).build();
        log.add(world(time + 22, again));
      }
      MvpKill mvp =
          MvpKill.newBuilder()
              .setMvpId(1917)
              .setParticipants(List.of(new MvpParticipant(150002L, 100L, 0)))
              .build();
      log.add(event(Domain.WORLD, Domain.WORLD_KEY, time + 23, 150001, "gef_fild07", mvp));
      log.add(world(time + 24, new ActionResult("story:x:boss", ActionOutcome.failed, "no")));
      log.add(tick(time + 60_000));
    }
    return log;
  }

  private static Step player(long time, long player, String map, SpecificRecord payload) {
    return event(Domain.PLAYER, Long.toString(player), time, player, map, payload);
  }

  private static Step world(long time, SpecificRecord signal) {
    return signal(Domain.WORLD, Domain.WORLD_KEY, time, signal);
  }

  private static Deed deed(int step) {
    return Deed.newBuilder()
        .setKind(DeedKind.problem)
        .setId("p" + step)
        .setPlayers(List.of(new DeedShare(150001L + step % 4, 30)))
        .setOutcome(step % 5 == 0 ? DeedOutcome.failure : DeedOutcome.success)
        .build();
  }

  @Override
  protected boolean usesRandomness() {
    return true;
  }

  @Override
  protected void assertInvariants(World world) {
    StorylineState state = world.state(new Storyline(false), Domain.WORLD_KEY);
    assertThat(world.actions()).extracting(GameAction::getIdempotencyKey).doesNotHaveDuplicates();
    assertThat(state.getParticipants())
        .extracting(StoryParticipant::getPlayerId)
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(state.getArc().getChapters())
        .allMatch(chapter -> chapter.getPoints() >= 0)
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(state.getArc().getHeroes()).hasSizeLessThanOrEqualTo(3);
    assertThat(state.getPast()).extracting(past -> past.getArcId()).doesNotHaveDuplicates();
  }
}
