package midgard.agents.adaptivedungeon;

import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.adaptivedungeon.DungeonRunsState;
import midgard.schemas.event.FloorClear;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.InstanceEnter;
import midgard.schemas.event.InstanceLeave;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.NpcInteraction;
import org.apache.avro.specific.SpecificRecord;

/** A new world at {@link #START}, whose dungeon is open. */
final class DungeonWorld {
  static final long START = World.at("2026-11-22T12:00:00Z");
  static final long PARTY = 77;
  static final long GAME = 9001;

  final World world = new World(AdaptiveDungeonAgents.of(Settings.DEFAULTS));

  DungeonWorld() {
    world.tick(START);
  }

  DungeonRunsState state() {
    return world.state(
        new DungeonRuns(AdaptiveDungeonAgents.rules(Settings.DEFAULTS)), Domain.WORLD_KEY);
  }

  midgard.schemas.adaptivedungeon.Dungeon dungeon() {
    return world.state(new DailyDungeon(), Domain.WORLD_KEY).getCurrent();
  }

  void ask(long seconds, long player, Long party) {
    GameEvent event =
        Events.event(
            START + seconds * 1000,
            player,
            "prontera",
            NpcInteraction.newBuilder()
                .setNpcId(4711L)
                .setNpcName("Dungeon Master")
                .setInteraction(Interaction.talk)
                .build());
    event.setPartyId(party);
    world.event(Domain.NPC, "4711", event);
  }

  void enter(long seconds, long... players) {
    for (long player : players) {
      happens(
          seconds,
          player,
          InstanceEnter.newBuilder().setInstanceId(GAME).setPartyId(PARTY).build());
    }
  }

  void clear(long seconds, long player, Integer floor) {
    happens(
        seconds,
        player,
        FloorClear.newBuilder().setInstanceId(GAME).setFloor(floor).setPartyId(PARTY).build());
  }

  void leave(long seconds, long player) {
    happens(
        seconds, player, InstanceLeave.newBuilder().setInstanceId(GAME).setPartyId(PARTY).build());
  }

  private void happens(long seconds, long player, SpecificRecord payload) {
    world.event(
        Domain.WORLD,
        Domain.WORLD_KEY,
        Events.event(START + seconds * 1000, player, "1@dun", payload));
  }

  /** A party of two that is inside. */
  static DungeonWorld entered() {
    DungeonWorld dungeons = new DungeonWorld();
    dungeons.ask(1, 150001, PARTY);
    dungeons.enter(10, 150001, 150002);
    return dungeons;
  }
}
