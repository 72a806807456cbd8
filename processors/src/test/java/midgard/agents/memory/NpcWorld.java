package midgard.agents.memory;

import java.time.Duration;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Events;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.memory.MemoryState;
import midgard.schemas.memory.NpcMapState;

/** A world of the memory agent alone, that has ticked at {@link #START}. */
final class NpcWorld {
  static final long START = World.at("2026-11-22T12:00:00Z");
  static final String MAP = "prontera";
  static final long DAY = 86_400_000L;

  private final NpcMemories memories = new NpcMemories();
  private final NpcMap map = new NpcMap(new TalkRules(true, 5, Duration.ofSeconds(30)));
  final World world = new World(List.<Agent<?>>of(memories, map, new PeopledMaps())).tick(START);

  void meet(String npc, long player, Interaction interaction, long after) {
    meet(npc, player, interaction, after, 100, 100);
  }

  /** As the router would: to the NPC and to the map. */
  void meet(String npc, long player, Interaction interaction, long after, int x, int y) {
    GameEvent event =
        Events.event(START + after, player, MAP, new NpcInteraction(null, npc, interaction, null));
    event.setX(x);
    event.setY(y);
    world.event(Domain.MAP, MAP, event);
    world.event(Domain.NPC, npc, event);
  }

  MemoryState npc(String npc) {
    return world.state(memories, npc);
  }

  NpcMapState map() {
    return world.state(map, MAP);
  }
}
