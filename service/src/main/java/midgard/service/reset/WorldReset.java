package midgard.service.reset;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.topic.Topics;
import midgard.service.ClusterTopics;
import midgard.service.config.ServiceConfig;
import midgard.service.live.RedisPlaces;
import midgard.sql.Database;
import midgard.sql.ProjectedRows;
import midgard.stack.StackAddresses;
import org.apache.kafka.clients.admin.Admin;

/**
 * Brings a world back to nothing: what was derived from its events, and with them the events
 * themselves if that is asked for. Schemas stay registered: records that are kept or were exported
 * bear their ids.
 */
public final class WorldReset implements AutoCloseable {
  private static final int CONNECTIONS = 2;

  private final WorldNames names;
  private final KafkaRemains kafka;
  private final ProjectedRows rows;
  private final RedisPlaces redis;
  private final StateFolder state;
  private final Deque<Runnable> open = new ArrayDeque<>();

  /**
   * @param addresses where the world's servers answer
   * @param withEvents whether {@code game.events} is deleted too
   * @throws IllegalStateException when Kafka does not answer
   */
  public WorldReset(ServiceConfig config, StackAddresses addresses, boolean withEvents)
      throws InterruptedException {
    Topics topics = new Topics(ClusterTopics.settings(config), new LocalSchemaIds());
    String changes = topics.worldChanges().name();
    names = new WorldNames(config, topics, withEvents);
    Admin admin = ClusterTopics.connect(addresses.bootstrapServers());
    open.push(admin::close);
    kafka = new KafkaRemains(admin, names);
    Database database = Database.open(addresses.databaseUrl(), CONNECTIONS);
    open.push(database::close);
    rows = new ProjectedRows(database, changes);
    redis = new RedisPlaces(addresses.redisUrl(), changes);
    open.push(redis::close);
    state = new StateFolder(config.storage().stateDir().resolve(names.applicationId()));
  }

  /**
   * Asks every part what it holds; changes nothing.
   *
   * @throws IllegalStateException when one of them does not answer
   */
  public ResetPlan plan() throws InterruptedException {
    return new ResetPlan(
        names.applicationId(),
        kafka.find(),
        rows.count(),
        Optional.of(redis.key()).filter(key -> redis.exist()),
        state.path(),
        state.size());
  }

  /**
   * Deletes all that was planned. What was interrupted is to be done again before the world starts.
   *
   * @throws IllegalStateException when the world runs, or a part refuses
   */
  public void execute(ResetPlan plan) throws InterruptedException {
    if (plan.worldRuns()) {
      throw new IllegalStateException(
          "The world runs: the group %s is not empty (members: %d). Stop it first; one that was killed is missed after some seconds. Nothing was deleted."
              .formatted(plan.applicationId(), plan.cluster().members()));
    }
    if (plan.cluster().hasGroup()) {
      kafka.deleteGroup();
    }
    try {
      kafka.delete(plan.cluster());
      state.delete();
      rows.delete();
      redis.delete();
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          e.getMessage() + " The reset is not complete: run it again before the world starts.", e);
    }
  }

  @Override
  public void close() {
    open.forEach(Runnable::run);
  }
}
