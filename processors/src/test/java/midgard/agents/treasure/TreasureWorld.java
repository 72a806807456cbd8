package midgard.agents.treasure;

import java.util.List;
import java.util.Set;
import midgard.agent.Agent;
import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.agents.world.WorldPulse;
import midgard.schemas.Domain;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.treasure.FragmentState;
import midgard.schemas.treasure.Treasure;
import midgard.schemas.treasure.TreasureRarity;
import midgard.schemas.treasure.TreasureState;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.WorldState;

/** A world whose first treasures were hidden at {@link #START}. */
final class TreasureWorld {
  static final long START = World.at("2026-11-22T12:00:00Z");

  final World world;

  TreasureWorld(World world) {
    this.world = world;
  }

  static List<Agent<?>> agents() {
    return TreasureAgents.of(Settings.DEFAULTS);
  }

  static TreasureWorld fresh() {
    return of(1);
  }

  static TreasureWorld of(long seed) {
    TreasureWorld fresh = new TreasureWorld(new World(agents(), Set.of(), seed));
    fresh.world.tick(START);
    return fresh;
  }

  static TreasureWorld with(TreasureRarity rarity) {
    for (long seed = 1; seed <= 1000; seed++) {
      TreasureWorld found = of(seed);
      if (found.all().stream().anyMatch(treasure -> treasure.getRarity() == rarity)) {
        return found;
      }
    }
    throw new IllegalStateException("1000 worlds, and none has a " + rarity + " treasure");
  }

  /** What the world agent knows when only these maps were visited. */
  static WorldState visited(MapEntry... maps) {
    WorldState known = new World(List.of(new WorldPulse())).state(new WorldPulse(), "world");
    known.setMaps(List.of(maps));
    return known;
  }

  TreasureState state() {
    return world.state(new Treasures(new TreasureRules(10, 2, 12)), Domain.WORLD_KEY);
  }

  List<Treasure> all() {
    return state().getTreasures();
  }

  Treasure of(TreasureRarity rarity) {
    return all().stream().filter(t -> t.getRarity() == rarity).findFirst().orElseThrow();
  }

  FragmentState purse(long player) {
    return world.state(new FragmentPurse(100), Long.toString(player));
  }

  /** Digs so many cells beside a treasure. */
  TreasureWorld dig(Treasure treasure, int beside, long player, long time) {
    return interact(
        treasure.getSpawnMap(),
        treasure.getSpawnX() + beside,
        treasure.getSpawnY() - beside,
        "somewhere",
        Interaction.dig,
        player,
        time);
  }

  TreasureWorld interact(
      String map, int x, int y, String name, Interaction interaction, long player, long time) {
    GameEvent event =
        GameEvent.newBuilder(
                Events.event(
                    time,
                    player,
                    map,
                    NpcInteraction.newBuilder()
                        .setNpcName(name)
                        .setInteraction(interaction)
                        .build()))
            .setX(x)
            .setY(y)
            .build();
    world.event(Domain.MAP, map, event);
    return this;
  }
}
