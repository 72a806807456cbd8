package midgard.agents.dynamicnpc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import midgard.agent.Context;
import midgard.agents.world.WorldPulse;
import midgard.maps.Cell;
import midgard.maps.MapCatalogue;
import midgard.schemas.dynamicnpc.DynamicNpcState;
import midgard.schemas.dynamicnpc.NpcOccurrence;
import midgard.schemas.dynamicnpc.NpcStatus;
import midgard.schemas.dynamicnpc.PersonalityData;
import midgard.schemas.dynamicnpc.QuestData;
import midgard.schemas.dynamicnpc.Wanderer;
import midgard.schemas.world.WorldState;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws the wanderers of a day. */
final class NpcChoice {
  private NpcChoice() {}

  /** So many, each on a map of its own; fewer when no more maps are quiet. */
  static List<Wanderer> draw(int wanted, Context<DynamicNpcState> context) {
    DynamicNpcState state = context.state();
    WorldState world = context.peek(WorldPulse.STATE);
    Set<String> maps = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>();
    for (Wanderer npc : state.getNpcs()) {
      if (npc.getStatus() == NpcStatus.active) {
        maps.add(npc.getSpawnMap());
        names.add(npc.getNpcName());
      }
    }
    long oldest = context.time() - NpcRules.RECENT.toMillis();
    state.getRecent().removeIf(seen -> seen.getSpawnedAt() <= oldest);
    List<Wanderer> drawn = new ArrayList<>();
    for (String map : QuietMaps.choose(world, maps, wanted, context.random())) {
      NpcRules.Kind kind = NpcRules.draw(state.getRecent(), context.random());
      Wanderer npc = wanderer(kind, map, names, (int) (world.getMeanLevelMilli() / 1000), context);
      state.getRecent().add(new NpcOccurrence(kind.type(), npc.getSpawnedAt()));
      names.add(npc.getNpcName());
      drawn.add(npc);
    }
    return drawn;
  }

  private static Wanderer wanderer(
      NpcRules.Kind kind,
      String map,
      Set<String> taken,
      int level,
      Context<DynamicNpcState> context) {
    UniformRandomProvider random = context.random();
    String name = name(kind, taken, random);
    Cell cell = MapCatalogue.KNOWN.cell(map, NpcRules.MARGIN, random);
    return new Wanderer(
        context.newId("npc"),
        kind.type(),
        name,
        new PersonalityData(
            kind.traits(), kind.speech(), quirks(random), NpcTexts.backstory(kind.type(), name)),
        map,
        cell.x(),
        cell.y(),
        new QuestData(
            kind.questType(), NpcTexts.objectives(kind.type()), NpcTexts.hints(kind.type())),
        NpcRewards.of(kind.tier(), level),
        0L,
        0L,
        NpcStatus.active,
        context.time(),
        NpcRules.leavesAt(context.time(), context.zone()),
        false);
  }

  /** No two who are there at a time share a name, for by it the game may report them. */
  private static String name(NpcRules.Kind kind, Set<String> taken, UniformRandomProvider random) {
    List<String> free = kind.names().stream().filter(name -> !taken.contains(name)).toList();
    if (!free.isEmpty()) {
      return free.get(random.nextInt(free.size()));
    }
    String name = kind.names().get(random.nextInt(kind.names().size()));
    return name + " the Younger";
  }

  private static List<String> quirks(UniformRandomProvider random) {
    List<String> left = new ArrayList<>(NpcTexts.QUIRKS);
    List<String> drawn = new ArrayList<>();
    while (drawn.size() < NpcRules.QUIRKS) {
      drawn.add(left.remove(random.nextInt(left.size())));
    }
    return drawn;
  }
}
