package midgard.topology;

import java.util.List;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.PlayerLogin;
import org.apache.avro.specific.SpecificRecord;

/** Game events of one boot of one server. */
final class TestEvents {
  private TestEvents() {}

  static GameEvent event(long sequence, SpecificRecord payload) {
    return event("boot", sequence, payload);
  }

  static GameEvent event(String boot, long sequence, SpecificRecord payload) {
    return GameEvent.newBuilder()
        .setTimestamp(Driver.NOW.toEpochMilli())
        .setEventId(boot + "-" + sequence)
        .setSequence(sequence)
        .setServerId("midgard-1")
        .setPlayerId(150001)
        .setPlayerName("Ashka")
        .setMap("prontera")
        .setPayload(payload)
        .setExtra(List.of())
        .build();
  }

  static GameEvent login(long sequence) {
    return event(sequence, new PlayerLogin(null));
  }
}
