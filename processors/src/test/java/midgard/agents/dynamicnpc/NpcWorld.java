package midgard.agents.dynamicnpc;

import java.util.List;
import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.agents.world.WorldPulse;
import midgard.schemas.Domain;
import midgard.schemas.dynamicnpc.DynamicNpcState;
import midgard.schemas.dynamicnpc.NpcType;
import midgard.schemas.dynamicnpc.Wanderer;
import midgard.schemas.event.Emote;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.ItemRefine;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.event.PricedItem;
import midgard.schemas.event.ShopBuy;
import midgard.schemas.event.ShopSell;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.WorldState;
import org.apache.avro.specific.SpecificRecord;

/** A world whose first wanderers came at {@link #START}, at noon. */
final class NpcWorld {
  static final long START = World.at("2026-11-22T12:00:00Z");
  static final long LEAVES = World.at("2026-11-22T23:59:59Z");

  final World world;
  private long now = START;

  private NpcWorld(World world) {
    this.world = world;
  }

  static NpcWorld fresh() {
    NpcWorld fresh = new NpcWorld(new World(DynamicNpcAgents.of(Settings.DEFAULTS)));
    fresh.world.tick(START);
    return fresh;
  }

  /** The first of the seeds from 1 on that brings such a wanderer; also which one it is. */
  static NpcWorld with(NpcType type) {
    for (long seed = 1; seed <= 1000; seed++) {
      NpcWorld found =
          new NpcWorld(new World(DynamicNpcAgents.of(Settings.DEFAULTS), java.util.Set.of(), seed));
      found.world.tick(START);
      if (found.npcs().stream().anyMatch(npc -> npc.getNpcType() == type)) {
        return found;
      }
    }
    throw new IllegalStateException("1000 worlds, and none begins with a " + type);
  }

  /** A map that had so many visits. */
  static MapEntry map(String name, long visits) {
    return new MapEntry(name, 0, visits, 0L, false);
  }

  /** What the world agent knows when only these maps were visited. */
  static WorldState visited(List<MapEntry> maps) {
    WorldState known = new World(List.of(new WorldPulse())).state(new WorldPulse(), "world");
    known.setMaps(maps);
    return known;
  }

  static World knowing(long meanLevel, List<MapEntry> maps) {
    World world = new World(DynamicNpcAgents.of(Settings.DEFAULTS));
    return world.put(
        WorldPulse.STATE,
        Domain.WORLD_KEY,
        WorldState.newBuilder().setMeanLevelMilli(meanLevel * 1000).setMaps(maps).build());
  }

  DynamicNpcState state() {
    return world.state(new WanderingNpcs(3), Domain.WORLD_KEY);
  }

  List<Wanderer> npcs() {
    return state().getNpcs();
  }

  Wanderer npc(NpcType type) {
    return npcs().stream().filter(npc -> npc.getNpcType() == type).findFirst().orElseThrow();
  }

  NpcWorld event(long player, String map, SpecificRecord payload) {
    now += 1;
    world.event(Domain.PLAYER, Long.toString(player), Events.event(now, player, map, payload));
    return this;
  }

  NpcWorld turnTo(Wanderer npc, Interaction interaction, long player) {
    return event(player, npc.getSpawnMap(), interaction(npc.getNpcName(), interaction));
  }

  NpcWorld quest(Wanderer npc, long player) {
    return turnTo(npc, Interaction.quest, player);
  }

  static NpcInteraction interaction(String name, Interaction interaction) {
    return NpcInteraction.newBuilder().setNpcName(name).setInteraction(interaction).build();
  }

  /** All that any of the five quests asks for. */
  NpcWorld fulfil(Wanderer npc, long player) {
    for (String map : List.of("prontera", "izlude", "geffen", npc.getSpawnMap())) {
      event(player, map, new MapChange("prt_fild00", map));
    }
    event(player, "prontera", interaction("Kafra", Interaction.talk));
    event(player, "prontera", interaction("Guard", Interaction.talk));
    List<PricedItem> items = List.of(new PricedItem(501, 1, 50L));
    event(player, "prontera", ShopBuy.newBuilder().setItems(items).setTotalZeny(50).build());
    event(player, "prontera", ShopSell.newBuilder().setItems(items).setTotalZeny(50).build());
    event(player, "prontera", new ItemRefine(1201, 0, 1, false));
    return event(player, npc.getSpawnMap(), new Emote(1, null));
  }
}
