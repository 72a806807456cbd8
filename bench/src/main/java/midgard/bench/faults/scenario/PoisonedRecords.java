package midgard.bench.faults.scenario;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;
import midgard.bench.faults.evidence.ExpectedLetter;
import midgard.schemas.DeadLetter;
import midgard.schemas.serde.AvroCodec;
import midgard.schemas.serde.ConfluentSchemaIds;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Somebody writes into the topics past the world, and what he writes is nothing it can read. */
public final class PoisonedRecords implements Scenario {
  private static final int TIMES = 3;
  private static final int NO_SUCH_SCHEMA = 999_999;
  private static final List<String> TOPICS =
      List.of("game.events", "inbox.player", "inbox.map", "inbox.world");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "poisoned-records";
  }

  @Override
  public String what() {
    return "no JSON, no Avro, an unknown schema, another record's schema, written into %s"
        .formatted(String.join(", ", TOPICS));
  }

  @Override
  public void strike(Run run) throws Exception {
    Map<String, byte[]> poisons = poisons(run);
    Map<String, Object> settings =
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, run.world().bootstrapServers());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (double moment : run.moments(TIMES, 0.05, 0.95)) {
        run.feed().awaitShare(moment, PATIENCE);
        for (String topic : TOPICS) {
          for (Map.Entry<String, byte[]> poison : poisons.entrySet()) {
            run.expectDeadLetter(write(producer, topic, poison.getKey(), poison.getValue()));
          }
        }
      }
    }
    run.note("%d times each of %s into each of %s".formatted(TIMES, poisons.keySet(), TOPICS));
  }

  private static Map<String, byte[]> poisons(Run run) {
    byte[] noise = new byte[64];
    run.random().nextBytes(noise);
    noise[0] = (byte) 0xff;
    ConfluentSchemaIds ids = new ConfluentSchemaIds(run.world().registryUrl());
    AvroCodec<DeadLetter> letters = new AvroCodec<>(DeadLetter.class, ids);
    DeadLetter letter = new DeadLetter("code", "why", "t", 0, 0L, 0L, null, null, null);
    byte[] otherSchema = letters.encode(letters.idFor("dead.letters-value"), letter);
    Map<String, byte[]> poisons = new LinkedHashMap<>();
    poisons.put("noise", noise);
    poisons.put("no JSON", "{\"event_type\":".getBytes(StandardCharsets.UTF_8));
    poisons.put("nothing", new byte[0]);
    poisons.put("null", null);
    poisons.put("a cut header", new byte[] {0, 0, 0});
    poisons.put(
        "an unknown schema", ByteBuffer.allocate(9).put((byte) 0).putInt(NO_SUCH_SCHEMA).array());
    poisons.put("another schema", otherSchema);
    poisons.put("half a record", Arrays.copyOf(otherSchema, otherSchema.length / 2));
    return poisons;
  }

  private static ExpectedLetter write(
      KafkaProducer<byte[], byte[]> producer, String topic, String what, byte[] value)
      throws ExecutionException, InterruptedException {
    byte[] key = what.getBytes(StandardCharsets.UTF_8);
    RecordMetadata at = producer.send(new ProducerRecord<>(topic, key, value)).get();
    return new ExpectedLetter(at.topic(), at.partition(), at.offset(), "");
  }
}
