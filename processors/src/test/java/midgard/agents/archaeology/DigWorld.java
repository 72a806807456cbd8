package midgard.agents.archaeology;

import java.util.List;
import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.archaeology.ArchaeologyState;
import midgard.schemas.archaeology.DigSpot;
import midgard.schemas.archaeology.DigSpotsState;
import midgard.schemas.archaeology.SpotDug;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.NpcInteraction;

/** A new world at {@link #START}, in which old things have appeared. */
final class DigWorld {
  static final long START = World.at("2026-11-22T12:00:00Z");

  final World world = new World(ArchaeologyAgents.of(Settings.DEFAULTS));

  DigWorld() {
    world.tick(START);
  }

  DigSpotsState state() {
    return world.state(new DigSpots(ArchaeologyAgents.rules(Settings.DEFAULTS)), Domain.WORLD_KEY);
  }

  List<DigSpot> spots() {
    return state().getSpots();
  }

  ArchaeologyState digger(long player) {
    return world.state(new Digger(), Long.toString(player));
  }

  void dig(long millis, long player, String map, int x, int y) {
    GameEvent event =
        Events.event(
            START + millis,
            player,
            map,
            NpcInteraction.newBuilder()
                .setNpcName("Dig Site")
                .setInteraction(Interaction.dig)
                .build());
    event.setX(x);
    event.setY(y);
    world.event(Domain.MAP, map, event);
  }

  void dig(long millis, long player, DigSpot spot) {
    dig(millis, player, spot.getMap(), spot.getX() + 3, spot.getY() - 3);
  }

  /** Lets a player be first at so many spots. */
  void digs(long player, int times) {
    for (int i = 0; i < times; i++) {
      world.signal(
          Domain.PLAYER,
          Long.toString(player),
          START + i,
          new SpotDug("far-" + player + "-" + i, player, "Ada", "prt_fild08", 800, START + i));
    }
  }

  void handOver(long millis, long player) {
    world.event(
        Domain.PLAYER,
        Long.toString(player),
        Events.event(
            START + millis,
            player,
            "prontera",
            NpcInteraction.newBuilder()
                .setNpcName("Archaeologist")
                .setInteraction(Interaction.gift)
                .build()));
  }
}
