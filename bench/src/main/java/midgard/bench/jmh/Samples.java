package midgard.bench.jmh;

import midgard.schemas.Cause;
import midgard.schemas.Domain;
import midgard.schemas.event.EventJson;
import midgard.schemas.event.EventRejected;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.topic.Topics;

/** Messages as a real server sends them. */
final class Samples {
  private static final long TIME = 1_795_346_261_970L;

  private static final String KILL =
      """
      {"event_type":"monster_kill","timestamp":%d,"event_id":"m1-1a202f9b561-%d","server_id":"midgard-1","sequence":%d,\
      "player_id":%d,"account_id":2000102,"player_name":"Borin","base_level":13,"job_level":12,"job_class":1,\
      "map":"prt_fild08","x":126,"y":209,"payload":{"monster_id":1063,"monster_name":"Lunatic","monster_level":3,\
      "base_exp":36,"job_exp":12,"damage":302}}""";

  private static final String PICKUP =
      """
      {"event_type":"item_change","timestamp":%d,"event_id":"m1-1a202f9b561-%d","server_id":"midgard-1","sequence":%d,\
      "player_id":%d,"account_id":2000102,"player_name":"Borin","base_level":13,"job_level":12,"job_class":1,\
      "map":"prt_fild08","x":126,"y":209,"payload":{"item_id":705,"amount":1,"reason":"pickup"}}""";

  private Samples() {}

  /** The text that a game server sends for a kill. */
  static byte[] killJson(long number, long player) {
    return KILL.formatted(TIME + number, number, number, player)
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  static GameEvent kill(long number, long player) {
    return read(killJson(number, player));
  }

  static GameEvent pickup(long number, long player) {
    return read(
        PICKUP
            .formatted(TIME + number, number, number, player)
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static GameEvent read(byte[] json) {
    try {
      return EventJson.read(json);
    } catch (EventRejected e) {
      throw new IllegalStateException(e);
    }
  }

  /** The message that the router makes of an event. */
  static InboxMessage message(Topics topics, GameEvent event) {
    Cause cause = new Cause(topics.gameEvents().name(), 0, event.getSequence(), event.getEventId());
    return new InboxMessage(event.getTimestamp(), cause, null, null, event);
  }

  /** The key under which a domain gets an event. */
  static String key(Domain domain, GameEvent event) {
    return switch (domain) {
      case PLAYER -> Long.toString(event.getPlayerId());
      case MAP -> event.getMap();
      case ITEM -> "705";
      case NPC, WORLD -> Domain.WORLD_KEY;
    };
  }
}
