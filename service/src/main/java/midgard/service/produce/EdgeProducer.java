package midgard.service.produce;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How what comes over HTTP is appended: acknowledged by all replicas, each once, and given up after
 * a few seconds, since somebody waits for the answer.
 */
public final class EdgeProducer {
  /** After this an append has failed: long enough for a broker's restart to be noticed. */
  private static final Duration DELIVERY = Duration.ofSeconds(4);

  private static final Duration REQUEST = Duration.ofSeconds(2);

  /** How long an append may wait for room or for the topic's leader. */
  private static final Duration BLOCK = Duration.ofSeconds(2);

  private static final int LINGER_MILLIS = 2;

  private EdgeProducer() {}

  /** Opens a producer; who opens it closes it. */
  public static Producer<String, byte[]> open(String bootstrapServers, String clientId) {
    Properties settings = new Properties();
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST.toMillis());
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK.toMillis());
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }
}
