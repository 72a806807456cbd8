package midgard.schemas.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import midgard.schemas.serde.TrustedRecords;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/** By what an event is known again: the place in its server's boot, its own id, or its content. */
public final class EventIdentity {
  /** A place in the gap-free sequence of one boot of a server. */
  public record BootSequence(String boot, long sequence) {}

  static {
    TrustedRecords.trust();
  }

  private EventIdentity() {}

  /**
   * The boot and sequence that an event_id of the form {@code <boot id>-<sequence>} names. Empty
   * for any other id, and where the event's own sequence says otherwise (a UUID whose last group
   * happens to be all digits).
   */
  public static Optional<BootSequence> sequenced(GameEvent event) {
    Long sequence = event.getSequence();
    if (sequence == null || sequence < 1) {
      return Optional.empty();
    }
    String id = event.getEventId();
    String end = "-" + sequence;
    return id.endsWith(end) && id.length() > end.length()
        ? Optional.of(new BootSequence(id.substring(0, id.length() - end.length()), sequence))
        : Optional.empty();
  }

  /**
   * The id of an event that was sent without one: a hash of its content, the same however its JSON
   * was spelled (order of fields, seconds or milliseconds, defaults left out).
   */
  public static String ofContent(GameEvent event) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
      var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
      new SpecificDatumWriter<>(GameEvent.class).write(event, encoder);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
      return "sha256:" + HexFormat.of().formatHex(hash, 0, 20);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
