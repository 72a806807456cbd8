package midgard.agent;

import midgard.schemas.event.GameEvent;
import org.apache.avro.specific.SpecificRecord;

/** Game events for tests, of one player on one map. */
public final class Events {
  private static final String BOOT = "boot";

  private Events() {}

  public static GameEvent event(long time, long player, String map, SpecificRecord payload) {
    long sequence = time;
    return GameEvent.newBuilder()
        .setTimestamp(time)
        .setEventId(BOOT + "-" + sequence)
        .setSequence(sequence)
        .setPlayerId(player)
        .setPlayerName(player == 0 ? null : "Player" + player)
        .setBaseLevel(player == 0 ? null : 50)
        .setJobLevel(player == 0 ? null : 40)
        .setJobClass(player == 0 ? null : 7)
        .setMap(map)
        .setX(100)
        .setY(100)
        .setPayload(payload)
        .build();
  }
}
