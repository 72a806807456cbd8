package midgard.service.command;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import midgard.schemas.Cause;
import midgard.schemas.Domain;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.Topics;
import midgard.service.produce.EdgeProducer;
import midgard.topology.receipt.AppliedOffsets;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Appends what somebody wants changed to the inbox of the agent that may change it, and tells when
 * the agent has seen it: what is read then is the result.
 */
public final class CommandLog implements AutoCloseable {
  private static final String SENDER = "api";
  private static final Duration APPLIED = Duration.ofSeconds(5);
  private static final Duration CLOSE = Duration.ofSeconds(3);

  private final Topics topics;
  private final AppliedOffsets applied;
  private final Clock clock;
  private final Producer<String, byte[]> producer;

  private CommandLog(
      Topics topics, AppliedOffsets applied, Clock clock, Producer<String, byte[]> producer) {
    this.topics = topics;
    this.applied = applied;
    this.clock = clock;
    this.producer = producer;
  }

  /**
   * Opens a producer of its own.
   *
   * @param clock whose time commands are stamped with
   */
  public static CommandLog open(
      String bootstrapServers, Topics topics, AppliedOffsets applied, Clock clock) {
    return new CommandLog(
        topics, applied, clock, EdgeProducer.open(bootstrapServers, "midgard-commands"));
  }

  /**
   * Gives a command to the agents of a key.
   *
   * @return done when this process has applied it; failed when Kafka did not take it or it was not
   *     applied in 5 s
   */
  public CompletableFuture<Void> send(Domain domain, String key, SpecificRecord command) {
    Topic<InboxMessage> inbox = topics.inbox(domain);
    return append(new ProducerRecord<>(inbox.name(), key, encoded(inbox, command)));
  }

  /** Gives a command to every partition of a domain; done as {@link #send}. */
  public CompletableFuture<Void> broadcast(Domain domain, SpecificRecord command) {
    Topic<InboxMessage> inbox = topics.inbox(domain);
    byte[] bytes = encoded(inbox, command);
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int partition = 0; partition < inbox.partitions(); partition++) {
      all.add(append(new ProducerRecord<>(inbox.name(), partition, null, bytes)));
    }
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
  }

  private byte[] encoded(Topic<InboxMessage> inbox, SpecificRecord command) {
    Cause cause = new Cause(SENDER, 0, 0L, "command-" + UUID.randomUUID());
    InboxMessage message = new InboxMessage(clock.millis(), cause, SENDER, null, command);
    return inbox.value().serializer().serialize(inbox.name(), message);
  }

  private CompletableFuture<Void> append(ProducerRecord<String, byte[]> command) {
    CompletableFuture<RecordMetadata> logged = new CompletableFuture<>();
    try {
      producer.send(
          command,
          (metadata, failure) -> {
            if (failure == null) {
              logged.complete(metadata);
            } else {
              logged.completeExceptionally(failure);
            }
          });
    } catch (RuntimeException e) {
      // Kafka throws what it finds out at once: no room, a closed producer.
      logged.completeExceptionally(e);
    }
    return logged.thenCompose(
        at -> applied.await(new TopicPartition(at.topic(), at.partition()), at.offset(), APPLIED));
  }

  @Override
  public void close() {
    producer.close(CLOSE);
  }
}
