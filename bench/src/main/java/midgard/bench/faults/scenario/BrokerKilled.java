package midgard.bench.faults.scenario;

import java.util.Map;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;
import midgard.bench.process.BrokerProcess;

/** The only broker dies in the middle of everything and comes back on its folder. */
public final class BrokerKilled implements Scenario {
  private static final int KILLS = 2;

  private BrokerProcess broker;

  @Override
  public String name() {
    return "broker-killed";
  }

  @Override
  public String what() {
    return "the only broker is killed -9 %d times and started again".formatted(KILLS);
  }

  @Override
  public Map<String, String> surroundings(Run run) throws Exception {
    broker = run.closeAtEnd(BrokerProcess.alone(run.folder().resolve("kafka")));
    broker.start();
    return Map.of("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
  }

  @Override
  public void strike(Run run) throws Exception {
    for (double moment : run.moments(KILLS, 0.1, 0.9)) {
      run.feed().awaitShare(moment, Patience.FEED);
      broker.kill();
      run.note("killed at %.1f %% of the feed".formatted(100 * moment));
      broker.start();
    }
  }
}
