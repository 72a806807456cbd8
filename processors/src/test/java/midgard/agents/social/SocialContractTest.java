package midgard.agents.social;

import static midgard.agents.social.SocialWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Events;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.event.Chat;
import midgard.schemas.event.ChatChannel;
import midgard.schemas.event.Emote;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.ItemPickup;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.TradeComplete;
import midgard.schemas.social.GuildState;
import midgard.schemas.social.SocialParticipation;
import midgard.schemas.social.SocialState;
import midgard.schemas.social.SocialStatus;
import org.apache.avro.specific.SpecificRecord;

class SocialContractTest extends AgentContractTest {

  @Override
  protected List<Agent<?>> agents() {
    return SocialWorld.agents();
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    log.add(tick(START));
    for (int hour = 0; hour < 26; hour++) {
      long time = START + hour * 3_600_000L + 1000;
      for (int i = 0; i < 4; i++) {
        long player = 150001 + i;
        long at = time + i;
        for (String map : List.of("prontera", "geffen", "alberta")) {
          TradeComplete trade = new TradeComplete("t" + at, 150009L, List.of(), List.of(), 5L, 0L);
          log.add(step(Domain.MAP, map, at, player, trade));
          log.add(step(Domain.MAP, map, at, player, new Emote(1, null)));
          log.add(step(Domain.MAP, map, at, player, new Chat(ChatChannel.global, "hi", null)));
        }
        String key = Long.toString(player);
        MonsterKill kill = MonsterKill.newBuilder().setMonsterId(1002).setPartySize(4).build();
        for (int j = 0; j < 5; j++) {
          log.add(step(Domain.PLAYER, key, at, player, kill));
        }
        log.add(step(Domain.PLAYER, key, at, player, new ItemPickup(909, 9)));
      }
      log.add(tick(time + 5000));
    }
    TradeComplete last = new TradeComplete("last", 150009L, List.of(), List.of(), 5L, 0L);
    for (String map : List.of("prontera", "geffen", "alberta")) {
      log.add(step(Domain.MAP, map, START + 26 * 3_600_000L, 150001, last));
    }
    return log;
  }

  private static Step step(
      Domain domain, String key, long time, long player, SpecificRecord payload) {
    GameEvent event = Events.event(time, player, domain == Domain.MAP ? key : "geffen", payload);
    event.setPartyId(7L);
    event.setGuildId(77L);
    return world -> world.event(domain, key, event);
  }

  @Override
  protected boolean usesRandomness() {
    return true;
  }

  @Override
  protected void assertInvariants(World world) {
    assertThat(world.actions()).extracting(GameAction::getIdempotencyKey).doesNotHaveDuplicates();
    assertThat(world.changes(SocialParticipation.class))
        .extracting(SocialParticipation::getId)
        .doesNotHaveDuplicates();
    SocialState state = world.state(new SocialCalendar(6), Domain.WORLD_KEY);
    assertThat(state.getDays()).hasSizeLessThanOrEqualTo(3);
    assertThat(state.getDays())
        .allSatisfy(day -> assertThat(day.getActivePlayers()).isBetween(0L, 5L));
    GuildState guild = world.state(new GuildHall(), GuildHall.key(77));
    assertThat(guild.getTasks())
        .allSatisfy(
            task ->
                assertThat(task.getProgress() >= task.getCompletionThreshold())
                    .isEqualTo(task.getStatus() == SocialStatus.completed));
  }
}
