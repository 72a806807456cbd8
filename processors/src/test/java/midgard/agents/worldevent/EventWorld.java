package midgard.agents.worldevent;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import midgard.agent.Agent;
import midgard.agent.Events;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.MvpParticipant;
import midgard.schemas.world.WorldFigures;
import midgard.schemas.worldevent.EventRun;
import midgard.schemas.worldevent.WorldEventState;
import midgard.schemas.worldevent.WorldEventType;
import org.apache.avro.specific.SpecificRecord;

/** A world whose clock stands a second before the first check, at {@link #START}. */
final class EventWorld {
  static final long START = World.at("2026-11-22T12:00:00Z");

  final World world;

  EventWorld(int maxConcurrent, long seed) {
    WorldEventRules rules = new WorldEventRules(maxConcurrent, 1751);
    List<Agent<?>> agents = List.of(new WorldEvents(rules), new Participants());
    world = new World(agents, Set.of(), seed).tick(START - 1000);
  }

  EventWorld() {
    this(1, 1);
  }

  EventWorld figures(int online, int level, long mvpKills, long circulation) {
    world.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        START - 500,
        new WorldFigures(online, level, mvpKills, List.of(), circulation, List.of(), List.of()));
    return this;
  }

  /** A world in which the invasion began at {@link #START}. */
  static EventWorld invaded() {
    EventWorld events = new EventWorld().figures(15, 50, 100, 0);
    events.world.tick(START);
    return events;
  }

  WorldEventState state() {
    return world.state(new WorldEvents(new WorldEventRules(1, 1751)), Domain.WORLD_KEY);
  }

  EventRun event() {
    return state().getEvents().get(0);
  }

  List<WorldEventType> types() {
    return state().getEvents().stream().map(EventRun::getEventType).toList();
  }

  void kill(long time, long player) {
    happens(time, player, player, MonsterKill.newBuilder().setMonsterId(1582).build());
  }

  void mvp(long time, long killer, long... participants) {
    List<MvpParticipant> fought =
        Arrays.stream(participants)
            .mapToObj(player -> new MvpParticipant(player, 500L, 0))
            .toList();
    MvpKill kill = MvpKill.newBuilder().setMvpId(1115).setParticipants(fought).build();
    happens(time, killer, killer, MonsterKill.newBuilder().setMonsterId(1115).build());
    happens(time, killer, killer, kill);
    for (long player : participants) {
      if (player != killer) {
        happens(time, player, killer, kill);
      }
    }
  }

  void happens(long time, long key, long player, SpecificRecord payload) {
    world.event(
        Domain.PLAYER, Long.toString(key), Events.event(time, player, "prt_fild01", payload));
  }
}
