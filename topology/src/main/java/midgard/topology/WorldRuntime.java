package midgard.topology;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import midgard.agent.engine.EngineConfig;
import midgard.topology.agents.AgentMeters;
import midgard.topology.query.OpenStores;
import midgard.topology.query.Queries;
import midgard.topology.receipt.AppliedOffsets;
import midgard.topology.receipt.Receipts;
import midgard.topology.router.RouterMeters;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running instance of a world. */
public final class WorldRuntime implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorldRuntime.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);
  private static final Duration PAUSE_BEFORE_REPLACEMENT = Duration.ofSeconds(1);

  private final KafkaStreams streams;
  private final Queries queries;
  private final Receipts receipts;
  private final AppliedOffsets applied;
  private final RouterMeters router;
  private final RestoreProgress restore;
  private final AtomicLong replacedThreads = new AtomicLong();
  private final AtomicReference<String> lastFailure = new AtomicReference<>("");

  private WorldRuntime(WorldConfig config, MetricRegistry metrics) {
    receipts = new Receipts();
    applied = new AppliedOffsets();
    router = new RouterMeters(metrics);
    restore = new RestoreProgress();
    EngineConfig engine =
        new EngineConfig(
            config.worldSeed(),
            config.zone(),
            config.disabled(),
            config.topics(),
            config.ids(),
            store -> config.changelog(store) + "-value");
    OpenStores open = new OpenStores();
    AgentMeters agents = new AgentMeters(metrics, config.agents());
    streams =
        LocalState.startWith(
            () -> {
              Topology topology =
                  MidgardTopology.of(
                      engine,
                      config.agents(),
                      config.clock(),
                      agents,
                      applied,
                      receipts,
                      router,
                      open);
              KafkaStreams fresh = new KafkaStreams(topology, StreamsSettings.of(config));
              fresh.setGlobalStateRestoreListener(restore);
              fresh.setUncaughtExceptionHandler(this::replaceThread);
              return fresh;
            });
    queries = new Queries(streams, open, config.topics(), config.ids());
    metrics.gauge("streams.restored_records", () -> (Gauge<Long>) restore::restored);
    metrics.gauge("streams.replaced_threads", () -> (Gauge<Long>) replacedThreads::get);
  }

  /**
   * Starts a world. Returns at once; {@link #health} tells when it is ready. The topics must exist.
   */
  public static WorldRuntime start(WorldConfig config, MetricRegistry metrics) {
    return new WorldRuntime(config, metrics);
  }

  /**
   * Whatever made a thread fail (Kafka or the registry away, a disk full), its work is taken up
   * again where the last commit left it; a world never stops for good by itself.
   */
  private StreamThreadExceptionResponse replaceThread(Throwable failure) {
    replacedThreads.incrementAndGet();
    lastFailure.set(FailureText.of(failure));
    LOG.error("A stream thread failed and is replaced.", failure);
    LockSupport.parkNanos(PAUSE_BEFORE_REPLACEMENT.toNanos());
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  public Queries queries() {
    return queries;
  }

  public Receipts receipts() {
    return receipts;
  }

  public AppliedOffsets applied() {
    return applied;
  }

  public RouterMeters router() {
    return router;
  }

  /** For its metrics. */
  public KafkaStreams streams() {
    return streams;
  }

  public WorldHealth health() {
    KafkaStreams.State state = streams.state();
    List<String> threads =
        streams.metadataForLocalThreads().stream()
            .map(thread -> thread.threadName() + " " + thread.threadState())
            .sorted()
            .toList();
    return new WorldHealth(
        state.name(),
        state.isRunningOrRebalancing() || state == KafkaStreams.State.CREATED,
        state == KafkaStreams.State.RUNNING,
        threads,
        replacedThreads.get(),
        lastFailure.get(),
        restore.left(),
        applied.all());
  }

  /**
   * Commits, closes the stores and leaves the group, so that the next start need not wait for this
   * member to be missed.
   */
  @Override
  public void close() {
    streams.close(
        CloseOptions.timeout(CLOSE_WITHIN)
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
  }
}
