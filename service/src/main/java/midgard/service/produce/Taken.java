package midgard.service.produce;

import midgard.schemas.event.EventIdentity;
import midgard.schemas.event.EventJson;
import midgard.schemas.event.EventRejected;
import midgard.schemas.event.EventRules;
import midgard.schemas.event.GameEvent;
import midgard.schemas.serde.AvroCodec;
import org.apache.kafka.common.errors.SerializationException;

/** Events as they come in at the edge: checked, and each with an identity. */
final class Taken {
  private Taken() {}

  /**
   * Reads an event from the catalogue's JSON.
   *
   * @throws EventRejected when it does not fit the catalogue
   */
  static GameEvent fromJson(byte[] utf8) throws EventRejected {
    return identified(EventJson.read(utf8));
  }

  /**
   * Reads an event from the wire format.
   *
   * @throws EventRejected when the bytes are no such event or break a limit
   */
  static GameEvent fromAvro(byte[] bytes, AvroCodec<GameEvent> codec) throws EventRejected {
    if (bytes.length > EventRules.MAX_EVENT_BYTES) {
      throw new EventRejected(
          EventRejected.Code.TOO_LARGE,
          "The event has %d bytes; at most %d are taken."
              .formatted(bytes.length, EventRules.MAX_EVENT_BYTES));
    }
    try {
      return checked(codec.decode(bytes));
    } catch (SerializationException e) {
      throw new EventRejected(EventRejected.Code.MALFORMED, e.getMessage());
    }
  }

  /**
   * Takes an event that was built from something else than the catalogue's JSON.
   *
   * @throws EventRejected when it breaks a limit
   */
  static GameEvent checked(GameEvent event) throws EventRejected {
    EventRules.check(event);
    return identified(event);
  }

  private static GameEvent identified(GameEvent event) {
    if (event.getEventId().isEmpty()) {
      event.setEventId(EventIdentity.ofContent(event));
    }
    return event;
  }
}
