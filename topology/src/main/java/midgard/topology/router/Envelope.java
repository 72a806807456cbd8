package midgard.topology.router;

import java.util.Arrays;
import midgard.schemas.Cause;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.inbox.Tick;
import midgard.schemas.serde.AvroCodec;
import midgard.schemas.topic.Topic;

/**
 * An event's inbox message, put around the event's bytes as they came: half of a router's writing
 * would be to write the same bytes once more. A message ends with its body, so all that has to be
 * known of its layout is the place of events in the union of bodies.
 */
final class Envelope {
  /** As Avro writes an index: places up to 63 take one byte, twice themselves. */
  private static final byte PLACE_OF_EVENTS =
      (byte)
          (2
              * InboxMessage.getClassSchema()
                  .getField("body")
                  .schema()
                  .getIndexNamed(GameEvent.getClassSchema().getFullName()));

  private Envelope() {}

  /**
   * The same bytes as the inbox's serializer makes of the whole message.
   *
   * @param event in the wire format, written with the schema that {@link GameEvent} has today
   */
  static byte[] around(byte[] event, long time, Cause cause, Topic<InboxMessage> inbox) {
    // A tick has no fields: what is written of it is its place, one byte, the last.
    byte[] head =
        inbox
            .value()
            .serializer()
            .serialize(inbox.name(), new InboxMessage(time, cause, null, null, new Tick()));
    int body = event.length - AvroCodec.HEADER;
    byte[] message = Arrays.copyOf(head, head.length + body);
    message[head.length - 1] = PLACE_OF_EVENTS;
    System.arraycopy(event, AvroCodec.HEADER, message, head.length, body);
    return message;
  }
}
