package midgard.agents.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.agents.world.WorldPulse;
import midgard.schemas.Domain;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.memory.Bond;
import midgard.schemas.memory.MemoryState;
import midgard.schemas.memory.NpcTalk;
import midgard.schemas.memory.SharedInformation;
import midgard.schemas.world.Presence;
import midgard.schemas.world.PresenceDelta;

class MemoryContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T23:30:00Z");
  private static final List<String> NPCS = List.of("Kafra", "Tool Dealer", "Guard");

  @Override
  protected List<Agent<?>> agents() {
    // The world agent tells where players are.
    return Stream.concat(
            Stream.<Agent<?>>of(new WorldPulse()), MemoryAgents.of(Settings.DEFAULTS).stream())
        .toList();
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    Presence away = new Presence(false, 0, "");
    Presence there = new Presence(true, 50, "prontera");
    PresenceDelta came = new PresenceDelta(away, there);
    log.add(signal(Domain.WORLD, Domain.WORLD_KEY, START, came));
    Interaction[] kinds = Interaction.values();
    for (int i = 0; i < 90; i++) {
      long time = START + i * 30_000L;
      String npc = NPCS.get(i % 3);
      NpcInteraction met = new NpcInteraction(null, npc, kinds[i % kinds.length], "hello");
      log.add(event(Domain.MAP, "prontera", time, 150001 + i % 4, "prontera", met));
      log.add(event(Domain.NPC, npc, time, 150001 + i % 4, "prontera", met));
      log.add(tick(time + 1000));
    }
    return log;
  }

  @Override
  protected boolean usesRandomness() {
    return true;
  }

  @Override
  protected void assertInvariants(World world) {
    for (String npc : NPCS) {
      MemoryState state = world.state(new NpcMemories(), npc);
      assertThat(state.getMemories()).hasSizeLessThanOrEqualTo(50);
      assertThat(state.getBonds())
          .extracting(Bond::getValueMilli)
          .allMatch(value -> value >= -100_000 && value <= 100_000);
    }
    assertThat(world.changes(NpcTalk.class)).extracting(NpcTalk::getTalkId).doesNotHaveDuplicates();
    assertThat(world.changes(SharedInformation.class))
        .allMatch(info -> info.getHolders().size() == info.getSpreadCount() + 1);
  }
}
