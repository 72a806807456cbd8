package midgard.service.api;

import io.javalin.config.JavalinConfig;
import midgard.agents.consciousness.Consciousness;
import midgard.agents.consciousness.ConsciousnessView;
import midgard.agents.dialogue.Dialogue;
import midgard.agents.dialogue.DialogueView;
import midgard.agents.memory.MemoryView;
import midgard.agents.memory.NpcMemories;
import midgard.schemas.Domain;
import midgard.schemas.consciousness.ConsciousnessState;
import midgard.schemas.dialogue.DialogueState;
import midgard.schemas.memory.MemoryState;
import midgard.service.http.Routes;

/** What the world knows, and what its NPCs are, remember and say. */
final class NpcRoutes implements Routes {
  private static final String PATH = "/api/v1/core";

  private final WorldReads world;

  NpcRoutes(WorldReads world) {
    this.world = world;
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.get(PATH + "/world/consciousness", context -> context.json(consciousness()));
    config.routes.get(
        PATH + "/npc/{id}/memory", context -> context.json(memory(context.pathParam("id"))));
    config.routes.get(
        PATH + "/npc/{id}/dialogue", context -> context.json(dialogue(context.pathParam("id"))));
  }

  private ConsciousnessView consciousness() {
    ConsciousnessState state =
        world
            .state(Consciousness.STATE, Domain.WORLD_KEY)
            .orElseGet(() -> ConsciousnessState.newBuilder().build());
    return ConsciousnessView.of(state, world.worldTime());
  }

  private DialogueView dialogue(String npc) {
    DialogueState state =
        world.state(Dialogue.STATE, npc).orElseGet(() -> DialogueState.newBuilder().build());
    return DialogueView.of(npc, state);
  }

  private MemoryView memory(String npc) {
    MemoryState state =
        world.state(NpcMemories.STATE, npc).orElseGet(() -> MemoryState.newBuilder().build());
    return MemoryView.of(npc, state, world.worldTime());
  }
}
