package midgard.agents.dynamicnpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.action.GiveReward;
import midgard.schemas.dynamicnpc.DynamicNpcState;
import midgard.schemas.dynamicnpc.Wanderer;
import midgard.schemas.event.Emote;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.ItemRefine;
import midgard.schemas.event.MapChange;

class DynamicNpcContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T22:00:00Z");

  @Override
  protected List<Agent<?>> agents() {
    return DynamicNpcAgents.of(Settings.DEFAULTS);
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    for (int hour = 0; hour < 40; hour++) {
      long time = START + hour * 3_600_000L;
      log.add(tick(time));
      for (int i = 0; i < 4; i++) {
        long at = time + 1 + i * 10;
        String player = Long.toString(150001 + i % 2);
        log.add(world -> turnToEverybody(world, at, player));
        for (String map : List.of("prontera", "geffen", "payon")) {
          log.add(
              event(Domain.PLAYER, player, at + 1, id(player), map, new MapChange("izlude", map)));
        }
        var talk = NpcWorld.interaction("Kafra " + i, Interaction.talk);
        log.add(event(Domain.PLAYER, player, at + 2, id(player), "prontera", talk));
        var refine = new ItemRefine(1201, 0, 1, true);
        log.add(event(Domain.PLAYER, player, at + 3, id(player), "prontera", refine));
        var emote = new Emote(1, null);
        log.add(world -> everywhere(world, at + 4, player, emote));
      }
    }
    return log;
  }

  private static long id(String player) {
    return Long.parseLong(player);
  }

  private static void turnToEverybody(World world, long at, String player) {
    for (Wanderer npc : npcs(world)) {
      var quest = NpcWorld.interaction(npc.getNpcName(), Interaction.quest);
      event(Domain.PLAYER, player, at, id(player), npc.getSpawnMap(), quest).feed(world);
    }
  }

  private static void everywhere(World world, long at, String player, Emote emote) {
    for (Wanderer npc : npcs(world)) {
      event(Domain.PLAYER, player, at, id(player), npc.getSpawnMap(), emote).feed(world);
    }
  }

  private static List<Wanderer> npcs(World world) {
    DynamicNpcState state = world.state(new WanderingNpcs(3), Domain.WORLD_KEY);
    return state.getNpcs();
  }

  @Override
  protected boolean usesRandomness() {
    return true;
  }

  @Override
  protected void assertInvariants(World world) {
    assertThat(npcs(world).stream().filter(WanderingNpcs::isActive)).hasSizeLessThanOrEqualTo(5);
    assertThat(
            world.actions().stream()
                .filter(action -> action.getPayload() instanceof GiveReward)
                .map(action -> action.getIdempotencyKey()))
        .doesNotHaveDuplicates();
  }
}
