package midgard.service.produce;

import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import midgard.schemas.event.GameEvent;
import midgard.schemas.serde.AvroCodec;
import midgard.schemas.serde.SchemaIds;
import midgard.schemas.topic.Topic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Header;

/**
 * Appends events to {@code game.events}: in the wire format, keyed by their server so that what one
 * server saw keeps its order, acknowledged by all replicas, each once.
 */
public final class EventLog implements AutoCloseable {
  private static final Duration CLOSE = Duration.ofSeconds(3);

  private final Topic<GameEvent> topic;
  private final AvroCodec<GameEvent> codec;
  private final int schemaId;
  private final Producer<String, byte[]> producer;
  private final Meter appended;
  private final Meter failed;
  private volatile boolean closing;

  private EventLog(
      Topic<GameEvent> topic,
      AvroCodec<GameEvent> codec,
      Producer<String, byte[]> producer,
      MetricRegistry metrics) {
    this.topic = topic;
    this.codec = codec;
    this.schemaId = codec.idFor(topic.name() + "-value");
    this.producer = producer;
    this.appended = metrics.meter("produce.appended");
    this.failed = metrics.meter("produce.failed");
  }

  /** Opens a producer of its own. */
  public static EventLog open(
      String bootstrapServers, Topic<GameEvent> topic, SchemaIds ids, MetricRegistry metrics) {
    AvroCodec<GameEvent> codec = new AvroCodec<>(GameEvent.class, ids);
    return new EventLog(topic, codec, EdgeProducer.open(bootstrapServers, "midgard-edge"), metrics);
  }

  /** The topic that is appended to. */
  public Topic<GameEvent> topic() {
    return topic;
  }

  /** Under which id the registry knows the schema that events are written with. */
  public int schemaId() {
    return schemaId;
  }

  public AvroCodec<GameEvent> codec() {
    return codec;
  }

  /** The producer's own metrics, for {@code /metrics}. */
  public Map<MetricName, ? extends Metric> metrics() {
    return producer.metrics();
  }

  /**
   * Appends of one request. When one fails at once (no room, no leader: it has waited already)
   * those after it fail with it, so that a request waits once and not once per event.
   */
  public final class Batch {
    private CompletableFuture<RecordMetadata> broken;

    private Batch() {}

    /**
     * Appends an event; returns before Kafka has it.
     *
     * @return done when all replicas have it; failed when that did not happen in a few seconds
     */
    public CompletableFuture<RecordMetadata> append(GameEvent event, Header... headers) {
      if (broken != null) {
        failed.mark();
        return broken;
      }
      CompletableFuture<RecordMetadata> done = send(event, headers);
      if (done.isCompletedExceptionally()) {
        broken = done;
      }
      return done;
    }
  }

  public Batch batch() {
    return new Batch();
  }

  private CompletableFuture<RecordMetadata> send(GameEvent event, Header... headers) {
    CompletableFuture<RecordMetadata> done = new CompletableFuture<>();
    try {
      ProducerRecord<String, byte[]> log =
          new ProducerRecord<>(topic.name(), event.getServerId(), codec.encode(schemaId, event));
      for (Header header : headers) {
        log.headers().add(header);
      }
      producer.send(log, (metadata, failure) -> complete(done, metadata, failure));
    } catch (RuntimeException e) {
      // Kafka throws what it finds out at once: no room, a closed producer.
      complete(done, null, e);
    }
    return done;
  }

  private void complete(
      CompletableFuture<RecordMetadata> done, RecordMetadata metadata, Exception failure) {
    if (failure == null) {
      appended.mark();
      done.complete(metadata);
    } else {
      failed.mark();
      done.completeExceptionally(closing ? new Stopping(failure) : failure);
    }
  }

  /** Whatever a closing producer calls it: the event was not refused, and may be sent again. */
  private static final class Stopping extends RetriableException {
    private static final long serialVersionUID = 1L;

    Stopping(Exception failure) {
      super("This world is stopping; send the event again.", failure);
    }
  }

  /** Appends what was taken in already, and stops. */
  @Override
  public void close() {
    closing = true;
    producer.close(CLOSE);
  }
}
