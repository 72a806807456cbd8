package midgard.schemas.serde;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Values of one record type, under the subject {@code <topic>-value}. Safe for many threads. */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {
  private final AvroCodec<T> codec;
  private final Map<String, Integer> idByTopic = new ConcurrentHashMap<>();

  public AvroSerde(AvroCodec<T> codec) {
    this.codec = codec;
  }

  public AvroSerde(Class<T> type, SchemaIds ids) {
    this(new AvroCodec<>(type, ids));
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> value == null ? null : codec.encode(id(topic), value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> bytes == null ? null : codec.decode(bytes);
  }

  public Schema schema() {
    return codec.schema();
  }

  /** The schema id of values of a topic; topics whose values have one schema have one id. */
  public int id(String topic) {
    Integer known = idByTopic.get(topic);
    return known != null ? known : idByTopic.computeIfAbsent(topic, t -> codec.idFor(t + "-value"));
  }
}
