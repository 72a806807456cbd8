package midgard.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import midgard.schemas.DeadLetter;
import midgard.schemas.topic.Topic;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Turns a record that cannot be taken in into a dead letter that holds it whole. */
public final class DeadLetters {
  private final Topic<DeadLetter> topic;

  public DeadLetters(Topic<DeadLetter> topic) {
    this.topic = topic;
  }

  /**
   * @param agent the agent that failed; null when the record itself is at fault
   */
  public Record<byte[], byte[]> of(
      Record<byte[], byte[]> record, RecordMetadata at, String code, String reason, String agent) {
    DeadLetter letter =
        new DeadLetter(
            code,
            reason,
            at.topic(),
            at.partition(),
            at.offset(),
            record.timestamp(),
            agent,
            record.key() == null ? null : ByteBuffer.wrap(record.key()),
            record.value() == null ? null : ByteBuffer.wrap(record.value()));
    byte[] bytes = topic.value().serializer().serialize(topic.name(), letter);
    return new Record<>(code.getBytes(StandardCharsets.UTF_8), bytes, record.timestamp());
  }
}
