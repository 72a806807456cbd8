package midgard.bench.faults.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import midgard.bench.faults.FeedPlan;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.process.Databases;
import midgard.bench.process.ServerProcess;
import midgard.bench.process.TcpProxy;

/** The way to PostgreSQL is cut in the middle of batches, then slow, then silent. */
public final class PostgreSqlCut implements Scenario {
  private static final int CUTS = 5;

  /** About what the rows of a batch are. */
  private static final int BATCH_BYTES = 30_000;

  private static final Duration DELAY = Duration.ofMillis(200);

  private TcpProxy proxy;
  private Visibility visibility;

  @Override
  public String name() {
    return "postgres-cut";
  }

  @Override
  public String what() {
    return "PostgreSQL's connections are cut %d times within a batch, slow by %d ms, then silent"
        .formatted(CUTS, DELAY.toMillis());
  }

  @Override
  public FeedPlan plan() {
    return FeedPlan.SHORT;
  }

  @Override
  public Map<String, String> surroundings(Run run) throws Exception {
    ServerProcess server = run.closeAtEnd(Databases.postgreSql(run.folder().resolve("postgresql")));
    server.start();
    run.uses(server.program());
    proxy = run.closeAtEnd(TcpProxy.to(server.port()));
    return Map.of("DATABASE_URL", Databases.databaseUrl(proxy.port()));
  }

  @Override
  public void strike(Run run) throws Exception {
    visibility = new Visibility(run);
    run.feed().awaitShare(0.15, Patience.FEED);
    visibility.usual(0.25);
    Cuts.make(run, proxy, CUTS, 0.25, 0.45, BATCH_BYTES);
    proxy.delay(DELAY);
    visibility.without("PostgreSQL slow", 0.75);
    proxy.heal();
    proxy.silence();
    visibility.without("PostgreSQL silent", 0.92);
    // What was silent comes to life by a reset, as when a firewall has forgotten the connection.
    proxy.cut();
    proxy.heal();
  }

  @Override
  public List<String> judge(Evidence evidence) {
    return visibility.found();
  }
}
