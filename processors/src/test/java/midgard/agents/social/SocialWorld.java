package midgard.agents.social;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Events;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.event.GameEvent;
import midgard.schemas.social.Gathering;
import midgard.schemas.social.SocialKind;
import midgard.schemas.social.SocialState;
import org.apache.avro.specific.SpecificRecord;

/** A world in which every kind of gathering has begun at {@link #START}. */
final class SocialWorld {
  static final long START = World.at("2026-11-22T07:00:00Z");
  static final long HOUR = 3_600_000;

  final World world;

  SocialWorld() {
    this(agents());
  }

  SocialWorld(List<Agent<?>> agents) {
    world = new World(agents);
    world.tick(START);
  }

  static List<Agent<?>> agents() {
    return List.of(new SocialCalendar(6), new GatheringPlace(), new SocialLife(), new GuildHall());
  }

  SocialState state() {
    return world.state(new SocialCalendar(6), Domain.WORLD_KEY);
  }

  Gathering gathering(SocialKind kind) {
    return state().getGatherings().stream()
        .filter(gathering -> gathering.getEventType() == kind)
        .findFirst()
        .orElseThrow();
  }

  /** A player of a party and guild (0: none) does something at the place of a gathering. */
  void at(SocialKind kind, long time, long player, long group, SpecificRecord payload) {
    away(kind, time, player, group, 0, payload);
  }

  /** The same so many cells east of it. */
  void away(
      SocialKind kind, long time, long player, long group, int cells, SpecificRecord payload) {
    Gathering gathering = gathering(kind);
    GameEvent event = Events.event(time, player, gathering.getSpawnMap(), payload);
    event.setX(gathering.getSpawnX() + cells);
    event.setY(gathering.getSpawnY());
    event.setPartyId(group == 0 ? null : Long.valueOf(group));
    event.setGuildId(group == 0 ? null : Long.valueOf(group));
    world.event(Domain.MAP, gathering.getSpawnMap(), event);
  }

  /** A member of a guild does something. */
  void member(long time, long player, long guild, SpecificRecord payload) {
    GameEvent event = Events.event(time, player, "prontera", payload);
    event.setGuildId(guild);
    world.event(Domain.PLAYER, Long.toString(player), event);
  }
}
