package midgard.service.models;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import midgard.schemas.Domain;
import midgard.schemas.model.ModelRequest;
import midgard.schemas.topic.Topics;
import midgard.sql.history.LlmCostHistory;
import midgard.topology.WorldRuntime;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what agents ask, has it answered and appends the answers. A question's place is committed
 * when its answer is in the log, so after a crash a question may be asked again, and none is lost.
 */
public final class ModelWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelWorker.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int BATCH = 50;
  private static final long CLOSE_MILLIS = 5_000;

  /**
   * Where it stands.
   *
   * @param kafka bootstrap servers
   * @param group of consumers that share the questions
   */
  public record Place(
      String kafka, String group, String redisUrl, Topics topics, Clock clock, ZoneId zone) {}

  private final Place place;
  private final Budget budget;
  private final ModelDesk desk;
  private final AnswerLog answers;
  private final CostLedger ledger;
  private final ModelMeters meters;
  private final UnderWay underWay = new UnderWay();
  private final Consumer<byte[], byte[]> consumer;
  private final Thread thread = new Thread(this::run, "models");
  private volatile boolean closed;
  private volatile boolean ledgerKnown;

  private ModelWorker(
      ModelsConfig config,
      Place place,
      CostLedger ledger,
      AnswerCache cache,
      MetricRegistry metrics) {
    this.place = place;
    this.ledger = ledger;
    this.meters = new ModelMeters(metrics);
    this.budget = new Budget(config.dailyBudgetMicroUsd(), place.clock(), place.zone());
    this.desk = new ModelDesk(config, budget, cache, meters);
    this.answers = new AnswerLog(place.kafka(), place.topics(), place.clock());
    this.consumer = consumer(place);
    metrics.gauge("models.budget.spent_micro_usd", () -> (Gauge<Long>) budget::spent);
    metrics.gauge("models.under_way", () -> (Gauge<Integer>) underWay::size);
  }

  /** Starts to read; the topics must exist. */
  public static ModelWorker start(
      ModelsConfig config,
      Place place,
      WorldRuntime world,
      Supplier<LlmCostHistory> history,
      MetricRegistry metrics) {
    CostLedger ledger =
        new CostLedger(
            world::queries,
            world.applied()::of,
            history,
            new TopicPartition(place.topics().inbox(Domain.WORLD).name(), 0),
            place.clock());
    AnswerCache cache =
        config.cacheFor().isZero()
            ? AnswerCache.NONE
            : new RedisAnswers(place.redisUrl(), place.group() + ":answers:", config.cacheFor());
    ModelWorker worker = new ModelWorker(config, place, ledger, cache, metrics);
    worker.thread.setDaemon(true);
    worker.thread.start();
    return worker;
  }

  private static Consumer<byte[], byte[]> consumer(Place place) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            place.kafka(),
            ConsumerConfig.GROUP_ID_CONFIG,
            place.group(),
            ConsumerConfig.CLIENT_ID_CONFIG,
            "midgard-models",
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            BATCH,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private void run() {
    try (consumer) {
      consumer.subscribe(List.of(place.topics().llmRequests().name()), new Assignment());
      while (!closed) {
        try {
          round();
        } catch (WakeupException e) {
          LOG.debug("The models' worker is told to stop.");
        } catch (KafkaException e) {
          LOG.warn("Questions to models cannot be read at the moment: {}", e.getMessage());
          pause();
        }
      }
      commit();
    } catch (KafkaException e) {
      LOG.debug("The models' worker stops without its last commit: {}", e.getMessage());
    }
  }

  private void round() {
    boolean ready = ledgerKnown || readLedger();
    if (ready && underWay.size() + BATCH <= ModelDesk.MOST_UNDER_WAY) {
      consumer.resume(consumer.paused());
    } else {
      consumer.pause(consumer.assignment());
    }
    for (ConsumerRecord<byte[], byte[]> asked : consumer.poll(POLL)) {
      take(asked);
    }
    commit();
  }

  private boolean readLedger() {
    OptionalLong spent = ledger.spentOn(budget.day());
    spent.ifPresent(amount -> budget.remember(budget.day(), amount));
    ledgerKnown = spent.isPresent() && !consumer.assignment().isEmpty();
    return ledgerKnown;
  }

  private void take(ConsumerRecord<byte[], byte[]> asked) {
    TopicPartition partition = new TopicPartition(asked.topic(), asked.partition());
    underWay.begin(partition, asked.offset());
    Question question;
    try {
      ModelRequest request =
          place
              .topics()
              .llmRequests()
              .value()
              .deserializer()
              .deserialize(asked.topic(), asked.value());
      question =
          new Question(
              request,
              new Question.Place(
                  asked.topic(), asked.partition(), asked.offset(), asked.timestamp()),
              Deadline.of(request, asked.timestamp(), place.clock()));
    } catch (RuntimeException e) {
      meters.unreadable();
      LOG.warn(
          "The question at {}@{} cannot be read: {}", partition, asked.offset(), e.getMessage());
      underWay.end(partition, asked.offset());
      return;
    }
    desk.ask(question)
        .thenCompose(this::append)
        .thenRun(() -> underWay.end(partition, asked.offset()));
  }

  private CompletableFuture<Void> append(Answered answered) {
    if (closed) {
      // What is given up while stopping was no answer; the question is asked again.
      return new CompletableFuture<>();
    }
    meters.answered(answered.answer().getTier());
    return answers.append(answered);
  }

  private void commit() {
    Map<TopicPartition, OffsetAndMetadata> offsets = underWay.committable();
    if (!offsets.isEmpty()) {
      consumer.commitSync(offsets);
      underWay.committed(offsets);
    }
  }

  private final class Assignment implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      if (!partitions.isEmpty()) {
        ledgerKnown = false;
        consumer.pause(partitions);
        ledger.takeOver(consumer.endOffsets(Set.of(ledger.inbox())).get(ledger.inbox()));
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      commit();
      partitions.forEach(underWay::forget);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      partitions.forEach(underWay::forget);
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  /** Providers that are asked at present; none when all are left alone for a while. */
  public List<String> asked() {
    return desk.asked();
  }

  /** Spent today, in micro-USD. */
  public long spentToday() {
    return budget.spent();
  }

  /** Of the consumer. */
  public Map<MetricName, ? extends Metric> metrics() {
    return consumer.metrics();
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    desk.close();
    answers.close();
  }
}
