package midgard.service.produce;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import midgard.schemas.event.EventRejected;
import midgard.schemas.event.GameEvent;
import midgard.service.http.ProblemException;
import midgard.service.produce.DispatchAnswer.Result;
import midgard.service.produce.DispatchAnswer.Status;
import midgard.topology.receipt.Receipt;
import midgard.topology.receipt.Receipts;
import midgard.topology.receipt.Verdict;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Appends the events of a batch and finds out what becomes of each. Nothing here blocks. */
final class Dispatch {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
  private static final Duration APPLIED_WITHIN = Duration.ofSeconds(1);
  private static final int RETRY_SECONDS = 2;
  private static final String NOT_LOGGED = "NOT_LOGGED";

  private record Identity(String server, String event) {}

  /** An event on its way. A repeat inside the batch shares what becomes of the first. */
  private static final class Sent {
    final int index;
    final String eventId;
    final CompletableFuture<RecordMetadata> logged;
    final Receipt receipt;
    final boolean repeat;

    Sent(
        int index,
        String eventId,
        CompletableFuture<RecordMetadata> logged,
        Receipt receipt,
        boolean repeat) {
      this.index = index;
      this.eventId = eventId;
      this.logged = logged;
      this.receipt = receipt;
      this.repeat = repeat;
    }

    Sent again(int repeatIndex) {
      return new Sent(repeatIndex, eventId, logged, receipt, true);
    }

    /** Kafka and the agents are done with it, one way or the other. */
    CompletableFuture<?> applied() {
      return logged.thenCompose(metadata -> receipt.applied()).exceptionally(e -> null);
    }

    boolean isApplied() {
      return receipt.applied().isDone();
    }

    Result result() {
      if (logged.isCompletedExceptionally()) {
        return Result.rejected(
            index, eventId, NOT_LOGGED, "Kafka did not take the event; send it again.");
      }
      Verdict verdict =
          receipt == null ? Verdict.ACCEPTED : receipt.verdict().getNow(Verdict.ACCEPTED);
      return switch (verdict.kind()) {
        case REJECTED ->
            Result.rejected(
                index, eventId, EventRejected.Code.NOT_ACCEPTED.name(), verdict.reason());
        case DUPLICATE -> Result.of(index, eventId, Status.DUPLICATE);
        case ACCEPTED -> Result.of(index, eventId, repeat ? Status.DUPLICATE : Status.ACCEPTED);
      };
    }
  }

  private final EventLog log;
  private final Receipts receipts;

  Dispatch(EventLog log, Receipts receipts) {
    this.log = log;
    this.receipts = receipts;
  }

  /**
   * Takes a batch in.
   *
   * @param events each event's bytes
   * @return fails with a {@link ProblemException} 503 when Kafka took nothing
   */
  CompletableFuture<DispatchAnswer> take(List<byte[]> events, Wait wait) {
    List<Sent> sent = new ArrayList<>();
    List<Result> unreadable = new ArrayList<>();
    Map<Identity, Sent> byIdentity = new HashMap<>();
    EventLog.Batch batch = log.batch();
    for (int i = 0; i < events.size(); i++) {
      try {
        GameEvent event = Taken.fromJson(events.get(i));
        Identity identity = new Identity(event.getServerId(), event.getEventId());
        Sent first = byIdentity.get(identity);
        Sent now = first != null ? first.again(i) : send(batch, i, event, wait);
        byIdentity.putIfAbsent(identity, now);
        sent.add(now);
      } catch (EventRejected e) {
        unreadable.add(Result.rejected(i, null, e.code().name(), e.getMessage()));
      }
    }
    return settled(sent, wait).thenApply(done -> answer(sent, unreadable, wait));
  }

  private Sent send(EventLog.Batch batch, int index, GameEvent event, Wait wait) {
    if (wait != Wait.APPLIED) {
      return new Sent(index, event.getEventId(), batch.append(event), null, false);
    }
    Receipt receipt = receipts.open();
    return new Sent(
        index, event.getEventId(), batch.append(event, receipt.header()), receipt, false);
  }

  private static CompletableFuture<Void> settled(List<Sent> sent, Wait wait) {
    CompletableFuture<Void> logged =
        allOf(sent.stream().map(s -> s.logged.handle((metadata, e) -> null)).toList());
    return switch (wait) {
      case NONE -> CompletableFuture.completedFuture(null);
      case LOGGED -> logged;
      case APPLIED ->
          // The second counts from now for the agents; Kafka itself is waited for in any case.
          CompletableFuture.allOf(
              logged,
              allOf(sent.stream().map(Sent::applied).toList())
                  .completeOnTimeout(null, APPLIED_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
    };
  }

  private static CompletableFuture<Void> allOf(List<? extends CompletableFuture<?>> futures) {
    return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
  }

  private static DispatchAnswer answer(List<Sent> sent, List<Result> unreadable, Wait wait) {
    boolean applied =
        wait == Wait.APPLIED
            && sent.stream().allMatch(s -> s.isApplied() || s.logged.isCompletedExceptionally());
    sent.stream().filter(s -> s.receipt != null).forEach(s -> s.receipt.close());
    if (!sent.isEmpty() && sent.stream().allMatch(s -> s.logged.isCompletedExceptionally())) {
      sent.get(0)
          .logged
          .exceptionally(
              e -> {
                LOG.warn("Kafka took none of {} events: {}", sent.size(), e.toString());
                return null;
              });
      throw ProblemException.unavailable(
          "Kafka took none of the events; send them again.", RETRY_SECONDS);
    }
    List<Result> results = new ArrayList<>(unreadable);
    sent.forEach(s -> results.add(s.result()));
    results.sort(java.util.Comparator.comparingInt(Result::index));
    return DispatchAnswer.of(results, applied);
  }
}
