package midgard.bench.faults;

import java.util.List;
import midgard.bench.faults.scenario.BrokerKilled;
import midgard.bench.faults.scenario.BrokerLost;
import midgard.bench.faults.scenario.KafkaCut;
import midgard.bench.faults.scenario.PostgreSqlCut;
import midgard.bench.faults.scenario.PostgreSqlKilled;
import midgard.bench.faults.scenario.RedisAway;
import midgard.bench.faults.scenario.RegistryAway;
import midgard.bench.faults.scenario.SeparateServers;
import midgard.bench.faults.scenario.StateDiskFull;
import midgard.bench.faults.scenario.WholeDiskFull;

/** What can befall the servers that a world stands on. */
final class ServerScenarios {
  private ServerScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new SeparateServers(),
        new BrokerKilled(),
        new BrokerLost(),
        new KafkaCut(),
        new RegistryAway(),
        new PostgreSqlKilled(),
        new PostgreSqlCut(),
        new RedisAway(),
        new StateDiskFull(),
        new WholeDiskFull());
  }
}
