package midgard.service.models;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import midgard.agents.models.ModelCosts;
import midgard.schemas.Cause;
import midgard.schemas.Domain;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.model.ModelRequest;
import midgard.schemas.model.ModelSpent;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends answers to the inbox of the agent that asked, and what they cost to the ledger's. Only
 * that one agent gets the words.
 */
final class AnswerLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerLog.class);
  private static final String SENDER = "models";
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CLOSE = Duration.ofSeconds(3);

  private final Topics topics;
  private final Producer<String, InboxMessage> producer;
  private final Clock clock;
  private final Executor later =
      CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  private volatile boolean closed;

  AnswerLog(String bootstrapServers, Topics topics, Clock clock) {
    this.topics = topics;
    this.clock = clock;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "midgard-models",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true),
            new StringSerializer(),
            topics.inbox(Domain.WORLD).value().serializer());
  }

  /**
   * Done when all replicas have all of it. While Kafka does not take it, it is tried again: an
   * answer may then come twice, and bears the same request id.
   */
  CompletableFuture<Void> append(Answered answered) {
    ModelRequest request = answered.question().request();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    domain(request.getDomain())
        .ifPresentOrElse(
            domain ->
                all.add(
                    append(
                        topics.inbox(domain),
                        request.getKey(),
                        message(answered.question(), request.getAgent(), answered.answer()))),
            () -> LOG.warn("{} asks from no domain: {}", request.getAgent(), request.getDomain()));
    for (ModelSpent spent : answered.spent()) {
      all.add(
          append(
              topics.inbox(Domain.WORLD),
              ModelCosts.key(LocalDate.ofEpochDay(spent.getDay())),
              message(answered.question(), ModelCosts.STATE.id(), spent)));
    }
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
  }

  private static Optional<Domain> domain(String id) {
    return Arrays.stream(Domain.values()).filter(domain -> domain.id().equals(id)).findFirst();
  }

  /** Its time is the world's: that of the question and what went by since the log took it in. */
  private InboxMessage message(Question question, String recipient, SpecificRecord body) {
    Question.Place place = question.place();
    Cause cause =
        new Cause(
            place.topic(),
            place.partition(),
            place.offset(),
            question.request().getCause().getEventId());
    long passed = Math.max(0, clock.millis() - place.loggedAt());
    return new InboxMessage(
        question.request().getCreatedAt() + passed, cause, SENDER, recipient, body);
  }

  private CompletableFuture<Void> append(
      Topic<InboxMessage> inbox, String key, InboxMessage message) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    send(new ProducerRecord<>(inbox.name(), key, message), done);
    return done;
  }

  private void send(ProducerRecord<String, InboxMessage> append, CompletableFuture<Void> done) {
    if (closed) {
      return;
    }
    try {
      producer.send(
          append,
          (metadata, failure) -> {
            if (failure == null) {
              done.complete(null);
            } else {
              again(append, done, failure);
            }
          });
    } catch (RuntimeException e) {
      again(append, done, e);
    }
  }

  private void again(
      ProducerRecord<String, InboxMessage> append, CompletableFuture<Void> done, Exception why) {
    if (!closed) {
      LOG.warn("An answer cannot be appended to {} yet: {}", append.topic(), why.getMessage());
      later.execute(() -> send(append, done));
    }
  }

  @Override
  public void close() {
    closed = true;
    producer.close(CLOSE);
  }
}
