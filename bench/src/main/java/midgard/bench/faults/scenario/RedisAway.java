package midgard.bench.faults.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import midgard.bench.faults.FeedPlan;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.process.Databases;
import midgard.bench.process.ServerProcess;
import midgard.bench.process.TcpProxy;

/**
 * Redis is slow, cut, silent and killed. WebSockets go on meanwhile, and who listens at Redis hears
 * every change once, later.
 */
public final class RedisAway implements Scenario {
  private static final Duration DELAY = Duration.ofMillis(300);
  private static final Duration TWO_TRIES = Duration.ofSeconds(2);
  private static final int CUTS_OF_ANSWERS = 4;
  private static final int CUTS = 2;
  private static final int BATCH_BYTES = 50_000;

  private ServerProcess server;
  private TcpProxy proxy;
  private RedisSubscriber subscriber;
  private Visibility visibility;
  private final List<String> found = new ArrayList<>();

  @Override
  public String name() {
    return "redis-away";
  }

  @Override
  public String what() {
    return "Redis is slow by %d ms, cut %d times then and %d times within a batch, silent, killed -9"
        .formatted(DELAY.toMillis(), CUTS_OF_ANSWERS, CUTS);
  }

  @Override
  public FeedPlan plan() {
    return FeedPlan.SHORT;
  }

  @Override
  public Map<String, String> surroundings(Run run) throws Exception {
    server = run.closeAtEnd(Databases.redis(run.folder().resolve("redis")));
    server.start();
    run.uses(server.program());
    proxy = run.closeAtEnd(TcpProxy.to(server.port()));
    subscriber = run.closeAtEnd(RedisSubscriber.of(server.port(), "world.changes"));
    return Map.of("REDIS_URL", Databases.redisUrl(proxy.port()));
  }

  @Override
  public void strike(Run run) throws Exception {
    visibility = new Visibility(run);
    run.feed().awaitShare(0.15, Patience.FEED);
    visibility.usual(0.25);
    proxy.delay(DELAY);
    visibility.without("Redis slow", 0.3);
    cutAnswers(run);
    proxy.heal();
    Cuts.make(run, proxy, CUTS, 0.4, 0.45, BATCH_BYTES);
    proxy.silence();
    try (LiveListener live = LiveListener.of(run.world())) {
      visibility.without("Redis silent", 0.78);
      if (live.changes() == 0) {
        found.add("No change came over the WebSocket while Redis was silent.");
      }
      run.note("%d changes came over the WebSocket meanwhile".formatted(live.changes()));
    }
    proxy.cut();
    proxy.heal();
    run.feed().awaitShare(0.82, Patience.FEED);
    server.kill();
    visibility.without("Redis gone", 0.94);
    server.start();
    subscriber.awaitConnected();
  }

  /** On a slow way most cuts find a request done and its answer under way: it is sent again. */
  private void cutAnswers(Run run) {
    for (int i = 0; i < CUTS_OF_ANSWERS; i++) {
      LockSupport.parkNanos(run.random().nextLong(TWO_TRIES.toNanos()));
      proxy.cut();
    }
  }

  @Override
  public List<String> judge(Evidence evidence) {
    List<String> all = new ArrayList<>(found);
    all.addAll(visibility.found());
    all.addAll(
        HeardChanges.judge(
            subscriber.heard(),
            evidence.logs().changes().stream()
                .map(change -> change.partition() + "-" + change.offset())
                .toList()));
    return all;
  }
}
