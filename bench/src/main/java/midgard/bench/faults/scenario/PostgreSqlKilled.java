package midgard.bench.faults.scenario;

import java.util.List;
import java.util.Map;
import midgard.bench.faults.FeedPlan;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.process.Databases;
import midgard.bench.process.ServerProcess;

/** PostgreSQL dies and is away for a while; nobody but readers of history may notice. */
public final class PostgreSqlKilled implements Scenario {
  private ServerProcess server;
  private Visibility visibility;

  @Override
  public String name() {
    return "postgres-killed";
  }

  @Override
  public String what() {
    return "PostgreSQL is killed -9, away for a third of the feed, and killed again";
  }

  @Override
  public FeedPlan plan() {
    return FeedPlan.SHORT;
  }

  @Override
  public Map<String, String> surroundings(Run run) throws Exception {
    server = run.closeAtEnd(Databases.postgreSql(run.folder().resolve("postgresql")));
    server.start();
    run.uses(server.program());
    return Map.of("DATABASE_URL", Databases.databaseUrl(server.port()));
  }

  @Override
  public void strike(Run run) throws Exception {
    visibility = new Visibility(run);
    run.feed().awaitShare(0.25, Patience.FEED);
    visibility.usual(0.4);
    server.kill();
    visibility.without("PostgreSQL away", 0.7);
    server.start();
    run.feed().awaitShare(0.8 + 0.15 * run.random().nextDouble(), Patience.FEED);
    server.kill();
    server.start();
  }

  @Override
  public List<String> judge(Evidence evidence) {
    return visibility.found();
  }
}
