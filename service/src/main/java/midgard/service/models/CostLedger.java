package midgard.service.models;

import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import midgard.agents.models.ModelCosts;
import midgard.schemas.model.ModelCost;
import midgard.sql.history.LlmCostHistory;
import midgard.topology.query.Queries;
import midgard.topology.query.WorldNotReady;
import org.apache.kafka.common.TopicPartition;
import org.jooq.exception.DataAccessException;

/**
 * What was spent on a day, as the ledger's agent knows it once it has worked off what was booked
 * before. Where this instance does not hold the world's partition, or the world stands still, the
 * database tells it after a while.
 */
final class CostLedger {
  private static final long PATIENCE_MILLIS = 30_000;

  private final Supplier<Queries> queries;
  private final ToLongFunction<TopicPartition> applied;
  private final Supplier<LlmCostHistory> history;
  private final TopicPartition inbox;
  private final Clock clock;
  private long bookedUpTo;
  private long since;

  /**
   * @param applied the last offset of a partition that the agents have worked off
   * @param inbox the world's
   */
  CostLedger(
      Supplier<Queries> queries,
      ToLongFunction<TopicPartition> applied,
      Supplier<LlmCostHistory> history,
      TopicPartition inbox,
      Clock clock) {
    this.queries = queries;
    this.applied = applied;
    this.history = history;
    this.inbox = inbox;
    this.clock = clock;
  }

  TopicPartition inbox() {
    return inbox;
  }

  /** Whatever was booked before {@code end} must be known before anything is spent. */
  void takeOver(long end) {
    bookedUpTo = end;
    since = clock.millis();
  }

  /** In micro-USD; empty while it cannot be known. */
  OptionalLong spentOn(LocalDate day) {
    OptionalLong known = fromStore(day);
    boolean patient = clock.millis() - since < PATIENCE_MILLIS;
    return known.isPresent() || patient ? known : fromDatabase(day);
  }

  private OptionalLong fromStore(LocalDate day) {
    // The end of a transactional log is a commit marker behind the last record.
    if (bookedUpTo > 0 && applied.applyAsLong(inbox) < bookedUpTo - 2) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(
          queries
              .get()
              .state(ModelCosts.STATE, ModelCosts.key(day))
              .map(state -> state.getCosts().stream().mapToLong(ModelCost::getCostMicroUsd).sum())
              .orElse(0L));
    } catch (WorldNotReady e) {
      return OptionalLong.empty();
    }
  }

  private OptionalLong fromDatabase(LocalDate day) {
    try {
      return OptionalLong.of(history.get().spentOn(day));
    } catch (DataAccessException e) {
      return OptionalLong.empty();
    }
  }
}
