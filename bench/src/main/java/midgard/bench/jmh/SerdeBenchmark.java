package midgard.bench.jmh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import midgard.schemas.event.EventJson;
import midgard.schemas.event.EventRejected;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.TopicSettings;
import midgard.schemas.topic.Topics;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Our serde for the message that passes most often, and Avro alone with everything kept warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SerdeBenchmark {
  private final Topics topics = new Topics(TopicSettings.LOCAL, new LocalSchemaIds());
  private final Topic<InboxMessage> topic = topics.inbox(midgard.schemas.Domain.PLAYER);
  private final SpecificDatumWriter<InboxMessage> avroWriter =
      new SpecificDatumWriter<>(InboxMessage.class);
  private final SpecificDatumReader<InboxMessage> avroReader =
      new SpecificDatumReader<>(InboxMessage.class);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
  private BinaryEncoder encoder;
  private BinaryDecoder decoder;
  private InboxMessage message;
  private byte[] wire;
  private byte[] body;
  private byte[] json;

  @Setup
  public void prepare() throws IOException {
    GameEvent event = Samples.kill(7, 150_102);
    json = Samples.killJson(7, 150_102);
    message = Samples.message(topics, event);
    wire = write();
    body = avroAloneWrites();
  }

  @Benchmark
  public byte[] write() {
    return topic.value().serializer().serialize(topic.name(), message);
  }

  @Benchmark
  public InboxMessage read() {
    return topic.value().deserializer().deserialize(topic.name(), wire);
  }

  @Benchmark
  public byte[] avroAloneWrites() throws IOException {
    out.reset();
    encoder = EncoderFactory.get().binaryEncoder(out, encoder);
    avroWriter.write(message, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  @Benchmark
  public InboxMessage avroAloneReads() throws IOException {
    decoder = DecoderFactory.get().binaryDecoder(body, decoder);
    return avroReader.read(null, decoder);
  }

  @Benchmark
  public GameEvent readJson() throws EventRejected {
    return EventJson.read(json);
  }
}
