package midgard.service.reset;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import midgard.service.ClusterTopics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;

/**
 * Finds and deletes what a world has left in Kafka.
 *
 * <p>Kafka's own {@code StreamsResetter} is not used: it rewinds offsets but leaves output topics
 * and their records in place, takes every topic with the application's prefix for an internal one,
 * another world's too, and comes with the whole of {@code kafka-tools}.
 */
final class KafkaRemains {
  private static final Duration GONE_WITHIN = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(50);

  private final Admin admin;
  private final WorldNames names;

  KafkaRemains(Admin admin, WorldNames names) {
    this.admin = admin;
    this.names = names;
  }

  /**
   * @throws IllegalStateException when Kafka refuses an answer
   */
  ClusterRemains find() throws InterruptedException {
    try {
      Set<String> existing = admin.listTopics().names().get();
      List<ConsumerGroupDescription> group = group();
      return new ClusterRemains(
          ClusterTopics.describe(admin, among(existing, names.deleted())),
          ClusterTopics.describe(admin, among(existing, names.internal())),
          ClusterTopics.describe(admin, among(existing, names.kept())),
          List.copyOf(names.unknown(existing)),
          !group.isEmpty(),
          group.stream().mapToInt(found -> found.members().size()).sum(),
          openTransactions());
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Kafka did not say what it holds of this world: " + e.getCause().getMessage(), e);
    }
  }

  private static List<String> among(Set<String> existing, Collection<String> wanted) {
    return wanted.stream().filter(existing::contains).toList();
  }

  private List<ConsumerGroupDescription> group() throws ExecutionException, InterruptedException {
    try {
      return List.copyOf(
          admin.describeConsumerGroups(List.of(names.applicationId())).all().get().values());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return List.of();
      }
      throw e;
    }
  }

  private List<String> openTransactions() throws ExecutionException, InterruptedException {
    return admin
        .listTransactions(
            new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
        .all()
        .get()
        .stream()
        .map(TransactionListing::transactionalId)
        .filter(names::ownsTransaction)
        .sorted()
        .toList();
  }

  /**
   * Deletes the group with its offsets. The broker refuses that while it has members, so nothing is
   * ever taken from under a world that was started a moment ago.
   *
   * @throws IllegalStateException when Kafka refuses
   */
  void deleteGroup() throws InterruptedException {
    try {
      admin.deleteConsumerGroups(List.of(names.applicationId())).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          e.getCause() instanceof GroupNotEmptyException
              ? "The world was started meanwhile. Nothing was deleted."
              : "Kafka did not delete the group %s: %s Nothing was deleted."
                  .formatted(names.applicationId(), e.getCause().getMessage()),
          e);
    }
  }

  /**
   * Aborts the open transactions, which would hold readers of what is kept up until they time out,
   * and deletes the topics.
   *
   * @throws IllegalStateException when Kafka refuses
   */
  void delete(ClusterRemains found) throws InterruptedException {
    List<String> topics = new ArrayList<>(found.topics().keySet());
    topics.addAll(found.changelogs().keySet());
    try {
      admin.fenceProducers(found.openTransactions()).all().get();
      admin.deleteTopics(topics).all().get();
      awaitGone(topics);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Kafka did not delete all topics: " + e.getCause().getMessage(), e);
    }
  }

  /** A topic that a broker still knows would be found in place by a start right after this. */
  private void awaitGone(List<String> topics) throws ExecutionException, InterruptedException {
    long end = System.nanoTime() + GONE_WITHIN.toNanos();
    while (!among(admin.listTopics().names().get(), topics).isEmpty()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "Kafka has taken the deletion of topics but still lists some after %d s."
                .formatted(GONE_WITHIN.toSeconds()));
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }
}
